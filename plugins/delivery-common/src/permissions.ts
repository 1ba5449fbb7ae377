import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The resource type of delivery sources in permission conditions.
 *
 * @public
 */
export const RESOURCE_TYPE_DELIVERY_SOURCE = 'delivery-source';

/**
 * Read measures, waits and the records behind them, of the entities that the caller may read in the catalog.
 *
 * @public
 */
export const deliveryMeasureReadPermission = createPermission({
  name: 'delivery.measure.read',
  attributes: { action: 'read' },
});

/**
 * Read the records of all entities as they change, what is measured from them, and what stands for users in them. For
 * services.
 *
 * @public
 */
export const deliveryRecordReadPermission = createPermission({
  name: 'delivery.record.read',
  attributes: { action: 'read' },
});

/** Send events and test reports, to certain sources or to all. @public */
export const deliveryEventCreatePermission = createPermission({
  name: 'delivery.event.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_DELIVERY_SOURCE,
});

/** See how the sources are doing. @public */
export const deliverySourceReadPermission = createPermission({
  name: 'delivery.source.read',
  attributes: { action: 'read' },
});

/** Replay deliveries that could not be read, and ask a source for its past: certain sources, or all. @public */
export const deliverySourceUpdatePermission = createPermission({
  name: 'delivery.source.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_DELIVERY_SOURCE,
});

/** See what was received of any repository, as far as it could not be read. Persons stay masked. @public */
export const deliveryRawReadPermission = createPermission({
  name: 'delivery.raw.read',
  attributes: { action: 'read' },
});

/** Confirm or reject that a deployment caused an incident of an entity that one owns. @public */
export const deliveryLinkUpdatePermission = createPermission({
  name: 'delivery.link.update',
  attributes: { action: 'update' },
});

/** Confirm or reject it of any entity that one may see. For administrators. @public */
export const deliveryLinkUpdateAnyPermission = createPermission({
  name: 'delivery.link.update.any',
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
  deliveryRecordReadPermission,
  deliveryEventCreatePermission,
  deliverySourceReadPermission,
  deliverySourceUpdatePermission,
  deliveryRawReadPermission,
  deliveryLinkUpdatePermission,
  deliveryLinkUpdateAnyPermission,
  deliveryFrictionCreatePermission,
];
