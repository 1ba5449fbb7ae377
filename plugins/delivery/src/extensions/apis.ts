import { ApiBlueprint, fetchApiRef } from '@backstage/frontend-plugin-api';
import { DeliveryClient, deliveryApiRef } from '../api';

/** The client of the delivery backend. */
export const deliveryApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: deliveryApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => DeliveryClient.create({ fetchApi }),
    }),
});
