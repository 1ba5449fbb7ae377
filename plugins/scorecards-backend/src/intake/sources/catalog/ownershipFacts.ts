import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
} from '@backstage/catalog-model';
import { CatalogKnowledge } from './CatalogKnowledge';
import { hasOnCall } from './hasOnCall';
import { declareBoolean, FactGroup, isKind, TIME_TO_LIVE } from './FactGroup';

/** Who answers for an entity. Groups have no owner, so none of this is said of them. */
export const ownershipFacts: FactGroup = {
  facts: [
    declareBoolean(
      'ownership.ownerGiven',
      'Owner given',
      'Whether the entity names an owner.',
    ),
    declareBoolean(
      'ownership.ownerExists',
      'Owner exists',
      'Whether the owner that the entity names is in the catalog. False when it names none.',
    ),
    declareBoolean(
      'ownership.ownerIsGroup',
      'Owner is a group',
      'Whether the owner is a group of the catalog, and not a person or a name that leads nowhere.',
    ),
    declareBoolean(
      'ownership.ownerHasMembers',
      'Owner has members',
      'Whether the owning group, or a group below it, has members.',
    ),
    declareBoolean(
      'ownership.ownerHasDirectMembers',
      'Owner has members of its own',
      'Whether people belong to the owning group itself, and not only to groups below it.',
    ),
    declareBoolean(
      'ownership.ownerIsLeafTeam',
      'Owner is a leaf team',
      'Whether the owning group has no groups below it: a team that does the work, and not a department.',
    ),
    {
      id: 'ownership.ownerTeamType',
      type: 'string',
      title: 'Type of the owning team',
      description:
        'The spec.type of the owning group. No value when the owner is no group, or has no type.',
      timeToLive: TIME_TO_LIVE,
    },
    declareBoolean(
      'ownership.ownerHasOnCall',
      'Someone is on call',
      'Whether the entity or its owning group carries an annotation of an on-call tool (PagerDuty, Opsgenie, Splunk On-Call, Rootly or iLert).',
    ),
  ],
  observe(entity, knowledge) {
    if (isKind(entity, 'group')) {
      return {};
    }
    const ownerRef = findOwner(entity);
    const team =
      ownerRef === undefined ? undefined : knowledge.teams.get(ownerRef);
    return {
      'ownership.ownerGiven': ownerRef !== undefined,
      'ownership.ownerExists': ownerExists(ownerRef, knowledge),
      'ownership.ownerIsGroup': team !== undefined,
      'ownership.ownerHasMembers':
        ownerRef !== undefined && knowledge.teams.countMembers(ownerRef) > 0,
      'ownership.ownerHasDirectMembers': (team?.members ?? 0) > 0,
      'ownership.ownerIsLeafTeam': team?.children.length === 0,
      'ownership.ownerTeamType': team?.type,
      'ownership.ownerHasOnCall':
        hasOnCall(entity) || (team?.hasOnCall ?? false),
    };
  },
};

function findOwner(entity: Entity): string | undefined {
  return entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
    ?.targetRef;
}

function ownerExists(
  ownerRef: string | undefined,
  { teams, exists }: CatalogKnowledge,
): boolean {
  if (ownerRef === undefined) {
    return false;
  }
  return parseEntityRef(ownerRef).kind === 'group'
    ? teams.get(ownerRef) !== undefined
    : exists(ownerRef);
}
