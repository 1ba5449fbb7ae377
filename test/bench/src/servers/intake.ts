/*
 * The backend whose intake is measured: the real plugins on the real HTTP stack, in a process of its own. The
 * configuration comes with `--config`.
 */
import { createBackend } from '@backstage/backend-defaults';
import { bareInsertPlugin } from './bareInsertPlugin';

const backend = createBackend();

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@fairlead/backstage-plugin-delivery-backend'));
backend.add(
  import('@fairlead/backstage-plugin-delivery-backend-module-cdevents'),
);
backend.add(bareInsertPlugin);

backend.start();
