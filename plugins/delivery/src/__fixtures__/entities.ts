import { ComponentEntity, GroupEntity } from '@backstage/catalog-model';

export const COMPONENT: ComponentEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout-web',
    namespace: 'default',
    title: 'Checkout web',
    description: 'The pages of the checkout.',
    annotations: { 'github.com/project-slug': 'acme/checkout-web' },
  },
  spec: {
    type: 'website',
    lifecycle: 'production',
    owner: 'group:default/checkout',
  },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/checkout' }],
};

export const GROUP: GroupEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'checkout', namespace: 'default', title: 'Checkout' },
  spec: { type: 'team', children: ['checkout-payments'] },
};
