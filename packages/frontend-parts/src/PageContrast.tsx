import { Theme, ThemeProvider } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

/**
 * Secondary text in the portal's subtle colour: the usual one has enough contrast on the white of a card, and too
 * little on the background of a page.
 *
 * @public
 */
export function PageContrast(props: { children: ReactNode }) {
  return <ThemeProvider theme={withSubtleText}>{props.children}</ThemeProvider>;
}

function withSubtleText(outer: Theme): Theme {
  const { palette } = outer;
  const secondary =
    'textSubtle' in palette && typeof palette.textSubtle === 'string'
      ? palette.textSubtle
      : palette.text.secondary;
  return {
    ...outer,
    palette: { ...palette, text: { ...palette.text, secondary } },
  };
}
