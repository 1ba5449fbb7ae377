import { Entity } from '@backstage/catalog-model';
import { OnboardingTrackEntityV1alpha1 } from '@fairlead/backstage-plugin-onboarding-common';

/** A user as the catalog has them, a member of these groups. */
export function user(
  name: string,
  options: {
    groups?: string[];
    annotations?: Record<string, string>;
    uid?: string;
  } = {},
): Entity {
  const { groups = [], annotations, uid = `uid-${name}` } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, uid, ...(annotations && { annotations }) },
    relations: groups.map(team => ({
      type: 'memberOf',
      targetRef: `group:default/${team}`,
    })),
  };
}

/** A group as the catalog has it, below another one. */
export function group(
  name: string,
  options: { parent?: string; annotations?: Record<string, string> } = {},
): Entity {
  const { parent, annotations } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, uid: `uid-${name}`, ...(annotations && { annotations }) },
    ...(parent && {
      relations: [{ type: 'childOf', targetRef: `group:default/${parent}` }],
    }),
  };
}

/** Something that a group owns. */
export function component(name: string, owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, uid: `uid-${name}` },
    spec: { type: 'service', lifecycle: 'production' },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

/** A track of the platform team. */
export function track(
  name: string,
  spec: Omit<OnboardingTrackEntityV1alpha1['spec'], 'owner'>,
): Entity {
  const entity: OnboardingTrackEntityV1alpha1 = {
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'OnboardingTrack',
    metadata: { name, title: `Track ${name}`, uid: `uid-track-${name}` },
    spec: { owner: 'group:default/platform', ...spec },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/platform' }],
  };
  return entity;
}
