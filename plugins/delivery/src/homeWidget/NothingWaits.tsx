import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  EmptyPanel,
  RelativeTime,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { rootRouteRef } from '../routes';
import { deliveryTranslationRef } from '../translation';

/** An empty list: good news where something is known of the reader's teams, and no news where nothing is. */
export function NothingWaits(props: { lastRecordAt: string | undefined }) {
  const { lastRecordAt } = props;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const portal = useRouteRef(rootRouteRef);
  return lastRecordAt ? (
    <EmptyPanel title={t('homeWidget.allWellTitle')}>
      {t('homeWidget.allWell', { when: <RelativeTime time={lastRecordAt} /> })}
    </EmptyPanel>
  ) : (
    <EmptyPanel
      title={t('homeWidget.unknownTitle')}
      action={
        <LinkButton variant="outlined" size="small" to={portal()}>
          {t('homeWidget.unknownAction')}
        </LinkButton>
      }
    >
      {t('homeWidget.unknown')}
    </EmptyPanel>
  );
}
