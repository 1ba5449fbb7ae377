import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  createTheme,
  Theme,
  ThemeProvider,
  useTheme,
} from '@material-ui/core/styles';
import { screen } from '@testing-library/react';
import { PageContrast } from './PageContrast';

const Secondary = () => <>{useTheme<Theme>().palette.text.secondary}</>;

describe('secondary text on the background of a page', () => {
  const theme = createTheme({ palette: { text: { secondary: 'silver' } } });

  it.each([
    [
      'has the subtle colour of the portal',
      { textSubtle: 'dimgrey' },
      'dimgrey',
    ],
    ['is as ever in a theme that has none', {}, 'silver'],
  ])('%s', async (_, palette, color) => {
    await renderInTestApp(
      <ThemeProvider
        theme={{ ...theme, palette: { ...theme.palette, ...palette } }}
      >
        <PageContrast>
          <Secondary />
        </PageContrast>
      </ThemeProvider>,
    );
    expect(screen.getByText(color)).toBeVisible();
  });
});
