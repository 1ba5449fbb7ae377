import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import {
  homeRunbooksLayout,
  homeRunbooksSettings,
} from '../homeWidget/settings';

/** What fires on the services of the reader's teams, with the way in. */
export const runbooksHomeWidget = HomePageWidgetBlueprint.make({
  params: {
    name: 'RunbooksFiring',
    title: 'Firing on my teams’ services',
    description: 'What fires now on what your teams own, with its runbook',
    layout: homeRunbooksLayout,
    settings: homeRunbooksSettings,
    components: () =>
      import('../homeWidget').then(m => ({ Content: m.HomeRunbooks })),
  },
});
