import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { DeliverySource } from './sources';

/**
 * Adds sources to the delivery backend.
 *
 * @public
 */
export interface DeliverySourcesExtensionPoint {
  /** Throws a ConflictError when the id or a topic of the source is taken. */
  addSource(...sources: DeliverySource[]): void;
}

/**
 * The extension point behind {@link DeliverySourcesExtensionPoint}.
 *
 * @public
 */
export const deliverySourcesExtensionPoint =
  createExtensionPoint<DeliverySourcesExtensionPoint>({
    id: 'delivery.sources',
  });
