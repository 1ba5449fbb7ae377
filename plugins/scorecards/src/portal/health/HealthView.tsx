import { Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  BackLink,
  EmptyPanel,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { useFacts, useHealth } from '../../api/queries';
import { rootRouteRef } from '../../routes';
import { Loaded } from '../../states';
import { scorecardsTranslationRef } from '../../translation';
import { HealthContent } from './HealthContent';

/** How evaluation, sources and definitions are doing, for those who run the portal. */
export function HealthView() {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const list = useRouteRef(rootRouteRef);
  const health = useHealth();
  const facts = useFacts();
  const isDenied =
    health.error &&
    'statusCode' in health.error &&
    health.error.statusCode === 403;
  return (
    <>
      <BackLink to={list()}>{t('portal.back')}</BackLink>
      <Typography variant="h5" component="h2">
        {t('health.title')}
      </Typography>
      {isDenied ? (
        <EmptyPanel title={t('portal.denied.title')}>
          {t('portal.denied.text', { permission: 'scorecards.health.read' })}
        </EmptyPanel>
      ) : (
        <Loaded query={health} skeleton={<Progress />}>
          {data => <HealthContent health={data} facts={facts.data ?? []} />}
        </Loaded>
      )}
    </>
  );
}
