import {
  BackendFeature,
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import { EventParams, eventsServiceRef } from '@backstage/plugin-events-node';
import { eventsExtensionPoint } from '@backstage/plugin-events-node/alpha';
import { createGuard } from './createGuard';
import { GuardedIngress, readIngressRemedy } from './GuardedIngress';
import { parseJsonBody } from './parseJsonBody';
import { readSecretsFromConfig } from './readSecretsFromConfig';
import { refuseUntypedBody } from './refuseUntypedBody';

/**
 * Makes a module of the events backend that takes webhooks on a topic, from senders that prove who they are.
 *
 * @remarks
 * All others get 403, before anything is published. That includes everyone while no secret is configured: an ingress
 * is never open by omission.
 *
 * @param options - `toRejectionEvent` makes the event that is published for each request refused, for operators to
 * see. It gets the reason, and nothing of the request.
 * @public
 */
export function createIngressModule(
  options: GuardedIngress & {
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
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          events: eventsServiceRef,
          ingresses: eventsExtensionPoint,
        },
        async init({ config, httpRouter, logger, events, ingresses }) {
          const remedy = readIngressRemedy(options, config);
          if (remedy) {
            logger.warn(`Webhooks on topic '${topic}' are refused. ${remedy}`);
          }
          httpRouter.use(refuseUntypedBody);
          ingresses.addHttpPostBodyParser({
            contentType: 'application/json',
            parser: parseJsonBody,
          });
          ingresses.addHttpPostIngress({
            topic,
            validator: createGuard({
              ingress: options,
              secrets: readSecretsFromConfig(config, configKey),
              remedy,
              onRejected: async reason => {
                const event = toRejectionEvent?.(reason);
                try {
                  await (event && events.publish(event));
                } catch (error) {
                  assertError(error);
                  logger.warn(`Topic '${topic}' lost a refusal`, error);
                }
              },
            }),
          });
        },
      });
    },
  });
}
