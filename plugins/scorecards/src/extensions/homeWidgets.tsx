import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import {
  homeScorecardsLayout,
  homeScorecardsSettings,
} from '../homeWidget/settings';

/** What the reader's teams own, worst first, under a scorecard of their choice. */
export const scorecardsHomeWidget = HomePageWidgetBlueprint.make({
  params: {
    name: 'Scorecards',
    title: 'Next steps for my teams',
    description: 'What your teams own, worst first, under one scorecard',
    layout: homeScorecardsLayout,
    settings: homeScorecardsSettings,
    components: () =>
      import('../homeWidget').then(m => ({ Content: m.HomeScorecards })),
  },
});
