import { Content, Header, Page } from '@backstage/core-components';
import {
  CustomHomepageGrid,
  HomePageStarredEntities,
} from '@backstage/plugin-home';
import { HomeDeliveryCard } from '@fairlead/backstage-plugin-delivery/legacy';
import { HomeScorecardsCard } from '@fairlead/backstage-plugin-scorecards/legacy';

const defaultLayout = [
  { component: 'HomeScorecardsCard', x: 0, y: 0, width: 12, height: 6 },
  { component: 'HomeDeliveryCard', x: 0, y: 6, width: 12, height: 6 },
  { component: 'HomePageStarredEntities', x: 0, y: 12, width: 12, height: 4 },
];

export function HomePage() {
  return (
    <Page themeId="home">
      <Header title="Home" />
      <Content>
        <CustomHomepageGrid config={defaultLayout}>
          <HomeScorecardsCard />
          <HomeDeliveryCard />
          <HomePageStarredEntities />
        </CustomHomepageGrid>
      </Content>
    </Page>
  );
}
