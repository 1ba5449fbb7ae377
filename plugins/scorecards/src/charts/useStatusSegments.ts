import {
  CHECK_STATUSES,
  StatusCounts,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  Segment,
  useNumberFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { useTheme } from '@material-ui/core/styles';
import { statusColor } from '../states';
import { scorecardsTranslationRef } from '../translation';

/** Turns counts per status into parts of a bar, worst news first; statuses that nothing has are left out. */
export function useStatusSegments(): (counts: StatusCounts) => Segment[] {
  const theme = useTheme();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formatNumber = useNumberFormat();
  return counts =>
    CHECK_STATUSES.filter(status => counts[status] > 0).map(status => ({
      key: status,
      label: t(`states.status.${status}`),
      size: counts[status],
      text: formatNumber(counts[status]),
      color: statusColor(theme, status),
    }));
}
