import { ComponentEntity, Entity, GroupEntity } from '@backstage/catalog-model';

export const COMPONENT: ComponentEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout-web',
    namespace: 'default',
    title: 'Checkout web',
    description: 'The pages of the checkout.',
    annotations: {
      'backstage.io/edit-url':
        'https://github.com/acme/checkout-web/edit/main/catalog-info.yaml',
    },
  },
  spec: {
    type: 'website',
    lifecycle: 'production',
    owner: 'group:default/checkout',
  },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/checkout' }],
};

export const COMPONENT_REF = 'component:default/checkout-web';

export const GROUP: GroupEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'checkout', namespace: 'default', title: 'Checkout' },
  spec: { type: 'team', children: ['checkout-payments'] },
};

export const RUNBOOK_ENTITY: Entity = {
  apiVersion: 'fairlead.dev/v1alpha1',
  kind: 'Runbook',
  metadata: {
    name: 'high-latency',
    namespace: 'default',
    title: 'High latency',
  },
  spec: {
    owner: 'group:default/checkout',
    serves: { entities: ['component:default/checkout-web'] },
    alerts: ['HighLatency'],
    tier: 'critical',
  },
};
