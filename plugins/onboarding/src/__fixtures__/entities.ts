import { Entity, GroupEntity, UserEntity } from '@backstage/catalog-model';

export const ME = 'user:default/ana';
export const BUDDY = 'user:default/ben';

export const USER: UserEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'ana', namespace: 'default' },
  spec: { profile: { displayName: 'Ana' }, memberOf: ['checkout'] },
};

export const GROUP: GroupEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'checkout', namespace: 'default', title: 'Checkout' },
  spec: { type: 'team', children: [] },
};

export const COMPONENT: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout-web', namespace: 'default' },
  spec: { type: 'website', lifecycle: 'production', owner: 'checkout' },
};

export const TRACK_ENTITY: Entity = {
  apiVersion: 'fairlead.dev/v1alpha1',
  kind: 'OnboardingTrack',
  metadata: { name: 'engineer', namespace: 'default' },
  spec: { owner: 'group:default/checkout', milestones: [] },
};
