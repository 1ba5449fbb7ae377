import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  EntityMeasuresResponse,
  WaitCounts,
} from '@fairlead/backstage-plugin-delivery-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { sourcesRouteRef } from '../routes';
import { useMeasureFormat } from '../states';
import { deliveryTranslationRef } from '../translation';
import { useChangeDays } from './useChangeDays';

/** What waiting takes in all, and what of it is not known. */
export function WaitSums(
  props: Pick<EntityMeasuresResponse, 'lostPerWeek' | 'flowEfficiency'> & {
    counts: WaitCounts;
  },
) {
  const { lostPerWeek, flowEfficiency, counts } = props;
  const { n, codingUnknown } = counts;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const sourcesLink = useRouteRef(sourcesRouteRef);
  const changeDays = useChangeDays();
  const format = useMeasureFormat();
  const formatNumber = useNumberFormat();
  const isCodingUnknown = n > 0 && codingUnknown === n;
  const sentences = [
    lostPerWeek !== undefined &&
      t('waits.lost', { days: changeDays(lostPerWeek) }),
    flowEfficiency !== undefined &&
      !isCodingUnknown &&
      !counts.few &&
      t('waits.flow', { share: format(flowEfficiency, 'ratio') }),
    isCodingUnknown
      ? t('waits.codingNoData')
      : codingUnknown > 0 &&
        t('waits.codingUnknown', { count: codingUnknown, n: formatNumber(n) }),
  ].filter(Boolean);
  return sentences.length > 0 ? (
    <Typography variant="body2" color="textSecondary">
      {sentences.join(' ')}
      {codingUnknown > 0 && (
        <>
          {' '}
          <Link to={sourcesLink()} underline="always">
            {t('waits.connect')}
          </Link>
        </>
      )}
    </Typography>
  ) : null;
}
