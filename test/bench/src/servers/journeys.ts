/*
 * The backend that is killed while people are on journeys: the real plugins, in a process of its own. The configuration
 * comes with `--config`.
 */
import { createBackend } from '@backstage/backend-defaults';
import { contributionsModule } from './contributionsModule';

const backend = createBackend();

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@fairlead/backstage-plugin-catalog-backend-module-fairlead'),
);
backend.add(import('@fairlead/backstage-plugin-onboarding-backend'));
backend.add(contributionsModule);

backend.start();
