import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  EmptyPanel,
  RelativeTime,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { rootRouteRef } from '../routes';
import { deliveryTranslationRef } from '../translation';

/** What came longer ago than this says nothing of the present. */
const RECENT = 24 * 3_600_000;

/** An empty list: good news where something recent is known of the reader's teams, and no news where nothing is. */
export function NothingWaits(props: { lastRecordAt: string | undefined }) {
  const { lastRecordAt } = props;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const portal = useRouteRef(rootRouteRef);
  if (lastRecordAt && Date.now() - Date.parse(lastRecordAt) < RECENT) {
    return (
      <EmptyPanel title={t('homeWidget.allWellTitle')}>
        {t('homeWidget.allWell', {
          when: <RelativeTime time={lastRecordAt} />,
        })}
      </EmptyPanel>
    );
  }
  return (
    <EmptyPanel
      title={t(
        lastRecordAt ? 'homeWidget.quietTitle' : 'homeWidget.unknownTitle',
      )}
      action={
        <LinkButton variant="outlined" size="small" to={portal()}>
          {t('homeWidget.unknownAction')}
        </LinkButton>
      }
    >
      {lastRecordAt
        ? t('homeWidget.quiet', { when: <RelativeTime time={lastRecordAt} /> })
        : t('homeWidget.unknown')}
    </EmptyPanel>
  );
}
