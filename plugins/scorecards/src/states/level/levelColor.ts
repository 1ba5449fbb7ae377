import { alpha, Theme } from '@material-ui/core/styles';

/**
 * The colour of a level: one hue that grows stronger with each step of the ladder, since levels have an order and any
 * number of names.
 */
export function levelColor(
  theme: Theme,
  level: string | null,
  levels: readonly string[],
): string {
  const rank = level === null ? -1 : levels.indexOf(level);
  if (rank < 0) {
    return theme.palette.action.disabled;
  }
  const share = levels.length > 1 ? rank / (levels.length - 1) : 1;
  return alpha(theme.palette.primary.main, 0.4 + 0.6 * share);
}
