import { createBackend } from '@backstage/backend-defaults';
import { stringifyError } from '@backstage/errors';
import { demoFeatures } from './demo';
import { permissionPolicy } from './permissions';
import { signInProviders } from './signInProviders';
import { startsInTurn } from './startsInTurn';

const backend = createBackend();

backend.add(startsInTurn);
backend.add(import('@fairlead/database-health'));
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(signInProviders);
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@fairlead/backstage-plugin-catalog-backend-module-fairlead'),
);
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
// Put the policy of your organisation in its place: docs/permissions.md shows one.
backend.add(permissionPolicy);
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@fairlead/backstage-plugin-scorecards-backend'));
backend.add(import('@fairlead/backstage-plugin-delivery-backend'));
backend.add(
  import('@fairlead/backstage-plugin-delivery-backend-module-alertmanager'),
);
backend.add(
  import('@fairlead/backstage-plugin-delivery-backend-module-azure-devops'),
);
backend.add(
  import('@fairlead/backstage-plugin-delivery-backend-module-bitbucket'),
);
backend.add(
  import('@fairlead/backstage-plugin-delivery-backend-module-cdevents'),
);
backend.add(
  import('@fairlead/backstage-plugin-delivery-backend-module-github'),
);
backend.add(
  import('@fairlead/backstage-plugin-delivery-backend-module-gitlab'),
);
backend.add(
  import('@fairlead/backstage-plugin-delivery-backend-module-incident-io'),
);
backend.add(
  import('@fairlead/backstage-plugin-delivery-backend-module-pagerduty'),
);
backend.add(
  import('@fairlead/backstage-plugin-delivery-backend-module-rootly'),
);
backend.add(
  import('@fairlead/backstage-plugin-scorecards-backend-module-delivery'),
);
backend.add(import('@fairlead/backstage-plugin-onboarding-backend'));
backend.add(
  import('@fairlead/backstage-plugin-onboarding-backend-module-delivery'),
);
backend.add(
  import('@fairlead/backstage-plugin-onboarding-backend-module-runbooks'),
);
backend.add(
  import('@fairlead/backstage-plugin-onboarding-backend-module-scorecards'),
);
backend.add(
  import('@fairlead/backstage-plugin-scorecards-backend-module-onboarding'),
);
backend.add(import('@fairlead/backstage-plugin-runbooks-backend'));
backend.add(
  import('@fairlead/backstage-plugin-runbooks-backend-module-delivery'),
);
backend.add(
  import('@fairlead/backstage-plugin-scorecards-backend-module-runbooks'),
);
backend.add(
  import('@fairlead/backstage-plugin-search-backend-module-runbooks'),
);
backend.add(demoFeatures);

backend.start().catch(error => {
  // Exit: a half-started backend would serve nothing, and no supervisor would restart it.
  process.stderr.write(`${stringifyError(error)}\n`);
  process.exit(1);
});
