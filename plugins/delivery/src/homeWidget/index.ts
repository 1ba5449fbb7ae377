export { HomeDelivery } from './HomeDelivery';
