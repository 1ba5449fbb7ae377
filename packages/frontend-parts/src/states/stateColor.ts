import { darken, Theme } from '@material-ui/core/styles';

/** What a colour says. It repeats a word and never stands alone. @public */
export type StateTone = 'good' | 'bad' | 'warning' | 'plain' | 'quiet';

/** The colour of a state in the theme of the portal. @public */
export function stateColor({ palette }: Theme, tone: StateTone): string {
  // The bright colours of the light theme are too faint on white for an icon.
  const strong = (color: string) =>
    palette.type === 'light' ? darken(color, 0.25) : color;
  switch (tone) {
    case 'good':
      return strong(palette.status.ok);
    case 'bad':
      return palette.status.error;
    case 'warning':
      return strong(palette.status.warning);
    case 'plain':
      return palette.text.primary;
    default:
      return palette.text.secondary;
  }
}
