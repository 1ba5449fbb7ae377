import {
  AppRootElementBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { FirstChange } from './FirstChange';

/** What only the demo shows: nothing where `demo.enabled` is off. */
export const demoModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    AppRootElementBlueprint.make({
      name: 'demo-first-change',
      params: { element: <FirstChange /> },
    }),
  ],
});
