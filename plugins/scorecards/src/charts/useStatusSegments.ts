import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CHECK_STATUSES,
  StatusCounts,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTheme } from '@material-ui/core/styles';
import { statusColor } from '../states';
import { scorecardsTranslationRef } from '../translation';
import { Segment } from './Segment';

/** Turns counts per status into parts of a bar, worst news first; statuses that nothing has are left out. */
export function useStatusSegments(): (counts: StatusCounts) => Segment[] {
  const theme = useTheme();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return counts =>
    CHECK_STATUSES.filter(status => counts[status] > 0).map(status => ({
      key: status,
      label: t(`states.status.${status}`),
      count: counts[status],
      color: statusColor(theme, status),
    }));
}
