export { GroupDeliveryCard } from './GroupDeliveryCard';
