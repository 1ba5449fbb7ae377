import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_DELIVERY_SOURCE } from '@fairlead/backstage-plugin-delivery-common';
import { z } from 'zod';

/**
 * A source of deliveries as permission rules see it.
 *
 * @public
 */
export interface DeliverySourceResource {
  /** The id of the source, for example `cdevents`. */
  source: string;
}

/**
 * Delivery sources in the permission system. Needed to write rules of one's own.
 *
 * @public
 */
export const deliverySourcePermissionResourceRef = createPermissionResourceRef<
  DeliverySourceResource,
  string[]
>().with({
  pluginId: 'delivery',
  resourceType: RESOURCE_TYPE_DELIVERY_SOURCE,
});

const hasSource = createPermissionRule({
  name: 'HAS_SOURCE',
  description: 'Allow to send to, or to operate, certain sources',
  resourceRef: deliverySourcePermissionResourceRef,
  paramsSchema: z.object({
    sources: z.array(z.string()).describe('Ids of sources, such as cdevents'),
  }),
  apply: (resource, { sources }) => sources.includes(resource.source),
  toQuery: ({ sources }) => sources,
});

/**
 * The rules that permission policies can put on sending events, reading them again and asking for the past.
 *
 * @public
 */
export const deliverySourceRules = { hasSource };

const conditionExports = createConditionExports({
  resourceRef: deliverySourcePermissionResourceRef,
  rules: deliverySourceRules,
});

/**
 * Conditions for permission policies, one for each rule.
 *
 * @example
 * ```ts
 * createDeliverySourceConditionalDecision(
 *   request.permission,
 *   deliverySourceConditions.hasSource({ sources: ['junit'] }),
 * );
 * ```
 *
 * @public
 */
export const deliverySourceConditions = conditionExports.conditions;

/**
 * Makes the conditional decision of a policy about delivery sources.
 *
 * @public
 */
export const createDeliverySourceConditionalDecision =
  conditionExports.createConditionalDecision;
