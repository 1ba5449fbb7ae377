/**
 * GitLab as a source of the delivery backend: the ingress that takes its webhooks, and the reader of what they tell.
 *
 * @packageDocumentation
 */
import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { createDeliveryIngressModule } from '@fairlead/backstage-plugin-delivery-node';
import { gitlabIngress } from './ingress';
import { deliveryModuleGitlab } from './module';

/**
 * Installs the source: a module of the events backend and one of the delivery backend.
 *
 * @public
 */
export default createBackendFeatureLoader({
  *loader() {
    yield createDeliveryIngressModule(gitlabIngress);
    yield deliveryModuleGitlab;
  },
});
