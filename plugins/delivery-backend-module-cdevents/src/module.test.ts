import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import {
  DeliverySource,
  deliverySourcesExtensionPoint,
} from '@fairlead/backstage-plugin-delivery-node';
import deliveryModuleCdevents from '.';

jest.setTimeout(60_000);

describe('deliveryModuleCdevents', () => {
  it('adds a source that is always on and has no ingress of its own', async () => {
    const sources: DeliverySource[] = [];
    const delivery = createBackendPlugin({
      pluginId: 'delivery',
      register(env) {
        env.registerExtensionPoint(deliverySourcesExtensionPoint, {
          addSource: (...added) => void sources.push(...added),
        });
        env.registerInit({ deps: {}, init: async () => {} });
      },
    });
    await startTestBackend({ features: [delivery, deliveryModuleCdevents] });
    expect(sources).toMatchObject([{ id: 'cdevents', title: 'CDEvents' }]);
    expect(sources[0].topics).toBeUndefined();
    expect(sources[0].off).toBeUndefined();
  });
});
