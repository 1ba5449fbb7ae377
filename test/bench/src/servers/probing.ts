/*
 * The backend whose probes are measured: the real plugins, in a process of its own. The configuration comes with
 * `--config`.
 */
import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@fairlead/backstage-plugin-catalog-backend-module-fairlead'),
);
backend.add(import('@fairlead/backstage-plugin-runbooks-backend'));

backend.start();
