import { darken, Theme } from '@material-ui/core/styles';
import { CheckStatus } from '@fairlead/backstage-plugin-scorecards-common';

/** The colour of a status. It always comes with the icon or the word, never alone. */
export function statusColor(theme: Theme, status: CheckStatus): string {
  const { palette } = theme;
  // The bright colours of the light theme are too faint on white for an icon.
  const strong = (color: string) =>
    palette.type === 'light' ? darken(color, 0.25) : color;
  switch (status) {
    case 'pass':
      return strong(palette.status.ok);
    case 'fail':
      return palette.status.error;
    case 'error':
    case 'stale':
      return strong(palette.status.warning);
    case 'waived':
      return palette.status.running;
    default:
      return palette.text.secondary;
  }
}
