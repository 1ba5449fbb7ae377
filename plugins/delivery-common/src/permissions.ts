import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Read measures, waits and the records behind them, of the entities that the caller may read in the catalog.
 *
 * @public
 */
export const deliveryMeasureReadPermission = createPermission({
  name: 'delivery.measure.read',
  attributes: { action: 'read' },
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

/** Replay deliveries that could not be read, and ask a source for its past. @public */
export const deliverySourceUpdatePermission = createPermission({
  name: 'delivery.source.update',
  attributes: { action: 'update' },
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
  deliverySourceUpdatePermission,
  deliveryLinkUpdatePermission,
  deliveryFrictionCreatePermission,
];
