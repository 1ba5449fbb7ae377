import { LevelCounts } from '@fairlead/backstage-plugin-scorecards-common';
import { useTheme } from '@material-ui/core/styles';
import { levelColor, useLevelWords } from '../states';
import { Segment } from './Segment';

/** Turns counts per level into parts of a bar, highest level first and those without a level last. */
export function useLevelSegments(): (
  levels: readonly string[],
  counts: LevelCounts,
) => Segment[] {
  const theme = useTheme();
  const words = useLevelWords();
  return (levels, counts) =>
    [...[...levels].reverse(), null].map(level => ({
      key: level ?? 'none',
      label: words.short(level),
      count: counts[level ?? 'none'] ?? 0,
      color: levelColor(theme, level, levels),
    }));
}
