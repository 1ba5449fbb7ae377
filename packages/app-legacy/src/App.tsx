import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import {
  AlertDisplay,
  OAuthRequestDialog,
  ProxiedSignInPage,
} from '@backstage/core-components';
import { ApiExplorerPage } from '@backstage/plugin-api-docs';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  catalogPlugin,
} from '@backstage/plugin-catalog';
import { CatalogGraphPage } from '@backstage/plugin-catalog-graph';
import { HomepageCompositionRoot } from '@backstage/plugin-home';
import { NotificationsPage } from '@backstage/plugin-notifications';
import { orgPlugin } from '@backstage/plugin-org';
import { SearchPage } from '@backstage/plugin-search';
import { SignalsDisplay } from '@backstage/plugin-signals';
import { UserSettingsPage } from '@backstage/plugin-user-settings';
import { DeliveryPage } from '@fairlead/backstage-plugin-delivery/legacy';
import { OnboardingPage } from '@fairlead/backstage-plugin-onboarding/legacy';
import { RunbooksPage } from '@fairlead/backstage-plugin-runbooks/legacy';
import { ScorecardsPage } from '@fairlead/backstage-plugin-scorecards/legacy';
import { Route } from 'react-router-dom';
import { apis } from './apis';
import { catalogColumns } from './components/catalog/catalogColumns';
import { CatalogFilters } from './components/catalog/CatalogFilters';
import { EntityPage } from './components/catalog/EntityPage';
import { HomePage } from './components/home/HomePage';
import { Root } from './components/root/Root';
import { SearchResults } from './components/search/SearchResults';

const app = createApp({
  apis,
  components: {
    SignInPage: props => <ProxiedSignInPage {...props} provider="guest" />,
  },
  bindRoutes({ bind }) {
    bind(orgPlugin.externalRoutes, {
      catalogIndex: catalogPlugin.routes.catalogIndex,
    });
  },
});

const routes = (
  <FlatRoutes>
    <Route path="/" element={<HomepageCompositionRoot />}>
      <HomePage />
    </Route>
    <Route
      path="/catalog"
      element={
        <CatalogIndexPage
          columns={catalogColumns}
          filters={<CatalogFilters />}
        />
      }
    />
    <Route
      path="/catalog/:namespace/:kind/:name"
      element={<CatalogEntityPage />}
    >
      <EntityPage />
    </Route>
    <Route path="/catalog-graph" element={<CatalogGraphPage />} />
    <Route path="/api-docs" element={<ApiExplorerPage />} />
    <Route path="/scorecards" element={<ScorecardsPage />} />
    <Route path="/delivery" element={<DeliveryPage />} />
    <Route path="/onboarding" element={<OnboardingPage />} />
    <Route path="/runbooks" element={<RunbooksPage />} />
    <Route path="/search" element={<SearchPage />}>
      <SearchResults />
    </Route>
    <Route path="/notifications" element={<NotificationsPage />} />
    <Route path="/settings" element={<UserSettingsPage />} />
  </FlatRoutes>
);

/** The portal on the old frontend system. */
export const App = app.createRoot(
  <>
    <AlertDisplay />
    <OAuthRequestDialog />
    <SignalsDisplay />
    <AppRouter>
      <Root>{routes}</Root>
    </AppRouter>
  </>,
);
