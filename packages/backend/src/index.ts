import { createBackend } from '@backstage/backend-defaults';
import { stringifyError } from '@backstage/errors';
import { demoFeatures } from './demo';
import { permissionPolicy } from './permissions';
import { signInProviders } from './signInProviders';
import { startsInTurn } from './startsInTurn';

const backend = createBackend();

backend.add(startsInTurn);
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(signInProviders);
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
// Put the policy of your organisation in its place: docs/permissions.md shows one.
backend.add(permissionPolicy);
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@fairlead/backend'));
backend.add(demoFeatures);

backend.start().catch(error => {
  // Exit: a half-started backend would serve nothing, and no supervisor would restart it.
  process.stderr.write(`${stringifyError(error)}\n`);
  process.exit(1);
});
