export { DeliveryPage } from './DeliveryPage';
export { LegacyDeliveryPage } from './LegacyDeliveryPage';
