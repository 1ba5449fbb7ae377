import {
  BackendFeature,
  coreServices,
  createBackendModule,
  createServiceFactory,
  createServiceRef,
  ServiceRef,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { EventParams, eventsServiceRef } from '@backstage/plugin-events-node';
import { createWebhookRouter } from './createWebhookRouter';
import { endLongPolls } from './endLongPolls';
import { GuardedIngress, readIngressRemedy } from './GuardedIngress';
import { IngressDoor } from './IngressDoor';
import { readSecretsFromConfig } from './readSecretsFromConfig';
import { WebhookKeeper } from './WebhookKeeper';

/** Of an ingress whose webhooks are published and nothing else. */
const noKeeperServiceRef = createServiceRef<WebhookKeeper>({
  id: 'webhook-ingress.no-keeper',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => ({ keep: async () => {} }),
    }),
});

/**
 * Makes a module of the events backend that takes webhooks on a topic, from senders that prove who they are.
 *
 * @remarks
 * All others get 403, before anything is read or published. That includes everyone while no secret is configured: an
 * ingress is never open by omission.
 *
 * @param options - `keeper` keeps each webhook before its sender is answered. `toRejectionEvent` makes the event that is
 * published for each request refused, for operators to see; it gets the reason, and nothing of the request.
 * @public
 */
export function createIngressModule(
  options: GuardedIngress & {
    keeper?: ServiceRef<WebhookKeeper, 'plugin'>;
    toRejectionEvent?: (reason: string) => EventParams;
  },
): BackendFeature {
  const { topic, configKey, toRejectionEvent } = options;
  return createBackendModule({
    pluginId: 'events',
    moduleId: `guarded-ingress-${topic}`,
    register(env) {
      env.registerInit({
        deps: {
          config: coreServices.rootConfig,
          events: eventsServiceRef,
          httpRouter: coreServices.httpRouter,
          keeper: options.keeper ?? noKeeperServiceRef,
          lifecycle: coreServices.lifecycle,
          logger: coreServices.logger,
        },
        async init(deps) {
          const { config, events, httpRouter, keeper, logger } = deps;
          endLongPolls(deps);
          const remedy = readIngressRemedy(options, config);
          if (remedy) {
            logger.warn(`Webhooks on topic '${topic}' are refused. ${remedy}`);
          }
          const door = IngressDoor.create({
            events,
            ingress: options,
            keeper,
            logger,
            remedy,
            secrets: readSecretsFromConfig(config, configKey),
            async onRefused(reason) {
              const event = toRejectionEvent?.(reason);
              try {
                await (event && events.publish(event));
              } catch (error) {
                logger.warn(`Topic '${topic}' lost a refusal`, toError(error));
              }
            },
          });
          httpRouter.use(createWebhookRouter(topic, door));
          httpRouter.addAuthPolicy({
            allow: 'unauthenticated',
            path: `/http/${topic}`,
          });
        },
      });
    },
  });
}
