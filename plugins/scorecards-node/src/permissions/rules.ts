import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import {
  ScorecardResultFilter,
  scorecardResultPermissionResourceRef as resourceRef,
  ScorecardResultResource,
} from './resourceRef';

function matches(
  resource: ScorecardResultResource,
  { property, values }: ScorecardResultFilter,
): boolean {
  const value = resource[property];
  return value !== undefined && values.includes(value);
}

function fullRefs(refs: string[], defaultKind: string): string[] {
  return refs.map(ref =>
    stringifyEntityRef(parseEntityRef(ref, { defaultKind })),
  );
}

const ofScorecards = (refs: string[]): ScorecardResultFilter => ({
  property: 'scorecardRef',
  values: fullRefs(refs, 'scorecard'),
});

const ofKinds = (kinds: string[]): ScorecardResultFilter => ({
  property: 'kind',
  values: kinds.map(kind => kind.toLocaleLowerCase('en-US')),
});

const ofOwners = (refs: string[]): ScorecardResultFilter => ({
  property: 'ownerRef',
  values: fullRefs(refs, 'group'),
});

const ofScorecardOwners = (refs: string[]): ScorecardResultFilter => ({
  property: 'scorecardOwnerRef',
  values: fullRefs(refs, 'group'),
});

const ofSystems = (refs: string[]): ScorecardResultFilter => ({
  property: 'systemRef',
  values: fullRefs(refs, 'system'),
});

/** Results of one of these scorecards. */
const forScorecard = createPermissionRule({
  name: 'FOR_SCORECARD',
  description: 'Allow the results of certain scorecards',
  resourceRef,
  paramsSchema: z.object({
    scorecardRefs: z
      .array(z.string())
      .describe('Scorecards, such as scorecard:default/production-readiness'),
  }),
  apply: (resource, { scorecardRefs }) =>
    matches(resource, ofScorecards(scorecardRefs)),
  toQuery: ({ scorecardRefs }) => ofScorecards(scorecardRefs),
});

/** Results of entities of one of these kinds. */
const ofKind = createPermissionRule({
  name: 'OF_KIND',
  description: 'Allow the results of entities of certain kinds',
  resourceRef,
  paramsSchema: z.object({
    kinds: z.array(z.string()).describe('Entity kinds, such as component'),
  }),
  apply: (resource, { kinds }) => matches(resource, ofKinds(kinds)),
  toQuery: ({ kinds }) => ofKinds(kinds),
});

/** Results of entities that one of these owns. */
const ownedBy = createPermissionRule({
  name: 'OWNED_BY',
  description: 'Allow the results of entities owned by certain teams or users',
  resourceRef,
  paramsSchema: z.object({
    ownerRefs: z
      .array(z.string())
      .describe('Owners, such as group:default/payments'),
  }),
  apply: (resource, { ownerRefs }) => matches(resource, ofOwners(ownerRefs)),
  toQuery: ({ ownerRefs }) => ofOwners(ownerRefs),
});

const claimsSchema = z.object({
  claims: z
    .array(z.string())
    .describe(
      'Those whom the caller may speak for: user.info.ownershipEntityRefs',
    ),
});

/** The same, by the name and the parameter that the catalog has for its rule about entities. */
const isEntityOwner = createPermissionRule({
  name: 'IS_ENTITY_OWNER',
  description: 'Allow the results of entities that the caller owns',
  resourceRef,
  paramsSchema: claimsSchema,
  apply: (resource, { claims }) => matches(resource, ofOwners(claims)),
  toQuery: ({ claims }) => ofOwners(claims),
});

/** Results of scorecards that one of these owns. */
const isScorecardOwner = createPermissionRule({
  name: 'IS_SCORECARD_OWNER',
  description: 'Allow the results of scorecards that the caller owns',
  resourceRef,
  paramsSchema: claimsSchema,
  apply: (resource, { claims }) => matches(resource, ofScorecardOwners(claims)),
  toQuery: ({ claims }) => ofScorecardOwners(claims),
});

/** Results of entities that are part of one of these systems. */
const inSystem = createPermissionRule({
  name: 'IN_SYSTEM',
  description: 'Allow the results of entities that are part of certain systems',
  resourceRef,
  paramsSchema: z.object({
    systemRefs: z
      .array(z.string())
      .describe('Systems, such as system:default/checkout'),
  }),
  apply: (resource, { systemRefs }) => matches(resource, ofSystems(systemRefs)),
  toQuery: ({ systemRefs }) => ofSystems(systemRefs),
});

/**
 * The rules that permission policies can put on scorecard results.
 *
 * @public
 */
export const scorecardResultRules = {
  forScorecard,
  ofKind,
  ownedBy,
  isEntityOwner,
  isScorecardOwner,
  inSystem,
};
