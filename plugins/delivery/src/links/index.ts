export { isWebLink } from './isWebLink';
export { useEntityDeliveryLink } from './useEntityDeliveryLink';
