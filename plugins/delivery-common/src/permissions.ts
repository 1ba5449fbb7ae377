import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The resource type of measures, records and waits in permission conditions.
 *
 * @public
 */
export const RESOURCE_TYPE_DELIVERY_MEASURE = 'delivery-measure';

/** Read measures, waits and the records behind them. @public */
export const deliveryMeasureReadPermission = createPermission({
  name: 'delivery.measure.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_DELIVERY_MEASURE,
});

/** Send events and test reports. @public */
export const deliveryEventCreatePermission = createPermission({
  name: 'delivery.event.create',
  attributes: { action: 'create' },
});

/** See how the sources are doing. @public */
export const deliverySourceReadPermission = createPermission({
  name: 'delivery.source.read',
  attributes: { action: 'read' },
});

/** Confirm or reject that a deployment caused an incident. @public */
export const deliveryLinkUpdatePermission = createPermission({
  name: 'delivery.link.update',
  attributes: { action: 'update' },
});

/** Report friction. @public */
export const deliveryFrictionCreatePermission = createPermission({
  name: 'delivery.friction.create',
  attributes: { action: 'create' },
});

/** All permissions of the delivery plugin. @public */
export const deliveryPermissions = [
  deliveryMeasureReadPermission,
  deliveryEventCreatePermission,
  deliverySourceReadPermission,
  deliveryLinkUpdatePermission,
  deliveryFrictionCreatePermission,
];
