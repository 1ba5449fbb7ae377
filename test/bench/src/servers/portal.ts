/*
 * The backend that is measured: the real plugins on the real HTTP stack, in a process of its own. The configuration
 * comes with `--config`.
 */
import { createBackend } from '@backstage/backend-defaults';
import { bareRoutePlugin } from './bareRoutePlugin';
import { contributionsModule } from './contributionsModule';
import { countedRootHttpRouter } from './countedRootHttpRouter';
import { hidingRuleModule } from './hidingRuleModule';
import { operationsModule } from './operationsModule';
import { policyModule } from './policyModule';

const backend = createBackend();

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@fairlead/backstage-plugin-catalog-backend-module-fairlead'),
);
backend.add(import('@fairlead/backstage-plugin-scorecards-backend'));
backend.add(import('@fairlead/backstage-plugin-delivery-backend'));
backend.add(import('@fairlead/backstage-plugin-runbooks-backend'));
backend.add(operationsModule);
backend.add(import('@fairlead/backstage-plugin-onboarding-backend'));
backend.add(contributionsModule);
backend.add(bareRoutePlugin);
backend.add(countedRootHttpRouter);
backend.add(hidingRuleModule);
backend.add(policyModule);

backend.start();
