import { Content, Header, Page } from '@backstage/core-components';
import {
  CustomHomepageGrid,
  HomePageStarredEntities,
} from '@backstage/plugin-home';
import { HomeDeliveryCard } from '@fairlead/backstage-plugin-delivery/legacy';
import { HomeOnboardingCard } from '@fairlead/backstage-plugin-onboarding/legacy';
import { HomeRunbooksCard } from '@fairlead/backstage-plugin-runbooks/legacy';
import { HomeScorecardsCard } from '@fairlead/backstage-plugin-scorecards/legacy';

const defaultLayout = [
  { component: 'HomeOnboardingCard', x: 0, y: 0, width: 12, height: 4 },
  { component: 'HomeRunbooksCard', x: 0, y: 4, width: 12, height: 5 },
  { component: 'HomeScorecardsCard', x: 0, y: 9, width: 12, height: 6 },
  { component: 'HomeDeliveryCard', x: 0, y: 15, width: 12, height: 6 },
  { component: 'HomePageStarredEntities', x: 0, y: 21, width: 12, height: 4 },
];

export function HomePage() {
  return (
    <Page themeId="home">
      <Header title="Home" />
      <Content>
        <CustomHomepageGrid config={defaultLayout}>
          <HomeOnboardingCard />
          <HomeRunbooksCard />
          <HomeScorecardsCard />
          <HomeDeliveryCard />
          <HomePageStarredEntities />
        </CustomHomepageGrid>
      </Content>
    </Page>
  );
}
