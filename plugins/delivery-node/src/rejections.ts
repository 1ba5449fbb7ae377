/**
 * The topic on which whoever guards an ingress tells of deliveries that it refused, so that operators see them.
 *
 * @public
 */
export const DELIVERY_REJECTED_TOPIC = 'fairlead.delivery.rejected';

/** The payload of {@link DELIVERY_REJECTED_TOPIC}. @public */
export interface DeliveryRejection {
  /** The id of the source. */
  source: string;
  /** Why, without anything of the payload. */
  reason: string;
}
