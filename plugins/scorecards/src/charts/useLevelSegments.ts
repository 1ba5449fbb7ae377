import { LevelCounts } from '@fairlead/backstage-plugin-scorecards-common';
import { Segment, useNumberFormat } from '@fairlead/frontend-parts';
import { useTheme } from '@material-ui/core/styles';
import { levelColor, useLevelWords } from '../states';

/** Turns counts per level into parts of a bar, highest level first and those without a level last. */
export function useLevelSegments(): (
  levels: readonly string[],
  counts: LevelCounts,
) => Segment[] {
  const theme = useTheme();
  const words = useLevelWords();
  const formatNumber = useNumberFormat();
  return (levels, counts) =>
    [...[...levels].reverse(), null].map(level => {
      const count = counts[level ?? 'none'] ?? 0;
      return {
        key: level ?? 'none',
        label: words.short(level),
        size: count,
        text: formatNumber(count),
        color: levelColor(theme, level, levels),
      };
    });
}
