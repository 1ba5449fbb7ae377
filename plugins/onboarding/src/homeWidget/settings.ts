import { CardLayout } from '@backstage/plugin-home-react/alpha';

/** How large the widget may be on the grid. */
export const homeOnboardingLayout: CardLayout = {
  width: { minColumns: 3, defaultColumns: 6 },
  height: { minRows: 2, defaultRows: 4 },
};
