import {
  BackendFeature,
  coreServices,
  createBackendFeatureLoader,
  createBackendModule,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { GuardedIngress, readIngressRemedy } from '@fairlead/webhook-ingress';
import { deliverySourcesExtensionPoint } from './extensions';
import { createDeliveryIngressModule } from './intake';
import { DeliverySource } from './sources';

/** A source, and the ingress by which its webhooks arrive. @public */
export interface SourceDoor {
  /** Left out by sources whose deliveries come in by another way, such as `POST /api/delivery/events`. */
  ingress?: GuardedIngress;
  /** @param deps - `off` is set while the ingress takes nothing, for want of a secret */
  create(deps: {
    config: RootConfigService;
    logger: LoggerService;
    off: DeliverySource['off'];
  }): DeliverySource;
}

/**
 * Makes what installs sources: their guarded ingresses in the events backend, and a module that adds them to the delivery
 * backend. Without a secret an ingress refuses all that is sent, and its source says what to configure.
 *
 * @public
 */
export function createSourceModule(options: {
  moduleId: string;
  doors: readonly SourceDoor[];
}): BackendFeature {
  const { moduleId, doors } = options;
  return createBackendFeatureLoader({
    *loader() {
      for (const { ingress } of doors) {
        if (ingress) {
          yield createDeliveryIngressModule(ingress);
        }
      }
      yield createBackendModule({
        pluginId: 'delivery',
        moduleId,
        register(env) {
          env.registerInit({
            deps: {
              config: coreServices.rootConfig,
              logger: coreServices.logger,
              sources: deliverySourcesExtensionPoint,
            },
            async init({ config, logger, sources }) {
              sources.addSource(
                ...doors.map(({ create, ingress }) => {
                  const remedy = ingress && readIngressRemedy(ingress, config);
                  return create({
                    config,
                    logger,
                    off: remedy ? { remedy } : undefined,
                  });
                }),
              );
            },
          });
        },
      });
    },
  });
}
