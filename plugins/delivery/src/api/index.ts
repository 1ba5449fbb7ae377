export { DeliveryClient } from './DeliveryClient';
export { deliveryApiRef } from './DeliveryApi';
export type {
  DeliveryApi,
  HistoryQuery,
  MeasuresQuery,
  OverviewQuery,
  PageQuery,
  RecordsQuery,
} from './DeliveryApi';
