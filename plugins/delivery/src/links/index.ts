export { useEntityDeliveryLink } from './useEntityDeliveryLink';
