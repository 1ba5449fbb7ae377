import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { deliverySourceUpdatePermission } from '@fairlead/backstage-plugin-delivery-common';
import {
  createDeliverySourceConditionalDecision,
  deliverySourceConditions,
  deliverySourceRules,
} from './deliverySources';

describe('delivery source rules', () => {
  it('tell the named sources from others', () => {
    const { hasSource } = deliverySourceRules;
    const params = { sources: ['cdevents', 'junit'] };
    expect(hasSource.apply({ source: 'junit' }, params)).toBe(true);
    expect(hasSource.apply({ source: 'github' }, params)).toBe(false);
    expect(hasSource.toQuery(params)).toEqual(['cdevents', 'junit']);
  });

  it('make decisions that a policy can return', () => {
    expect(
      createDeliverySourceConditionalDecision(
        deliverySourceUpdatePermission,
        deliverySourceConditions.hasSource({ sources: ['junit'] }),
      ),
    ).toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'delivery',
      resourceType: 'delivery-source',
      conditions: {
        rule: 'HAS_SOURCE',
        resourceType: 'delivery-source',
        params: { sources: ['junit'] },
      },
    });
  });
});
