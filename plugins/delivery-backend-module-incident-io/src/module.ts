import { createSourceModule } from '@fairlead/backstage-plugin-delivery-node';
import { createIncidentIoSource } from './createIncidentIoSource';
import { incidentIoIngress } from './incidentIoIngress';
import { readStagesFromConfig } from './stages';

/**
 * Takes incidents from incident.io: guards the route on which its webhooks arrive, and reads them for the delivery
 * backend.
 *
 * @public
 */
export const deliveryModuleIncidentIo = createSourceModule({
  moduleId: 'incident-io',
  doors: [
    {
      ingress: incidentIoIngress,
      create: ({ config, off }) =>
        createIncidentIoSource({ off, stages: readStagesFromConfig(config) }),
    },
  ],
});
