import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { homeOnboardingLayout } from '../homeWidget/settings';

/** The next task of the reader, and how much others wait for. */
export const onboardingHomeWidget = HomePageWidgetBlueprint.make({
  params: {
    name: 'OnboardingNext',
    title: 'My journey',
    description: 'What is next for you, and what others wait for',
    layout: homeOnboardingLayout,
    components: () =>
      import('../homeWidget').then(m => ({ Content: m.HomeOnboarding })),
  },
});
