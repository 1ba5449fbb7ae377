import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';
import homePlugin from '@backstage/plugin-home/alpha';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import orgPlugin from '@backstage/plugin-org/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import signalsPlugin from '@backstage/plugin-signals/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import fairlead from '@fairlead/frontend';
import { catalogModule } from './modules/catalog';
import { demoModule } from './modules/demo';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

/** The portal: which features it is made of. How they are arranged is said in app-config.yaml. */
export const app = createApp({
  features: [
    catalogPlugin,
    catalogGraphPlugin,
    fairlead,
    homePlugin,
    notificationsPlugin,
    orgPlugin,
    searchPlugin,
    signalsPlugin,
    userSettingsPlugin,
    catalogModule,
    demoModule,
    navModule,
    signInModule,
  ],
});
