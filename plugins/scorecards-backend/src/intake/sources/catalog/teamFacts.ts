import {
  RELATION_CHILD_OF,
  RELATION_OWNER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  countRelations,
  declareBoolean,
  declareCount,
  FactGroup,
  isKind,
} from './FactGroup';

/** Facts about groups themselves, for scorecards of teams. */
export const teamFacts: FactGroup = {
  facts: [
    declareCount(
      'team.members.count',
      'Members',
      'How many people belong to the group itself.',
    ),
    declareCount(
      'team.members.total',
      'Members with groups below',
      'How many people belong to the group and to the groups below it; one who is in two of them counts twice.',
    ),
    declareCount(
      'team.children.count',
      'Groups below',
      'How many groups stand directly below the group.',
    ),
    declareBoolean(
      'team.parent.present',
      'Parent present',
      'Whether the group is below another one that exists.',
    ),
    declareBoolean(
      'team.type.present',
      'Type present',
      'Whether the group says what type of group it is.',
    ),
    declareBoolean(
      'team.email.present',
      'Email present',
      'Whether the group can be reached by email.',
    ),
    declareBoolean(
      'team.onCall.present',
      'On-call annotation present',
      'Whether the group carries an annotation of an on-call tool.',
    ),
    declareCount(
      'team.entities.count',
      'Entities owned',
      'How many entities the group owns.',
    ),
  ],
  observe(entity, { teams, exists }) {
    const groupRef = stringifyEntityRef(entity);
    const team = teams.get(groupRef);
    if (!isKind(entity, 'group') || !team) {
      return {};
    }
    const profile = entity.spec?.profile;
    const email =
      typeof profile === 'object' && profile && 'email' in profile
        ? profile.email
        : undefined;
    return {
      'team.members.count': team.members,
      'team.members.total': teams.countMembers(groupRef),
      'team.children.count': team.children.length,
      'team.parent.present': (entity.relations ?? []).some(
        ({ type, targetRef }) =>
          type === RELATION_CHILD_OF && exists(targetRef),
      ),
      'team.type.present': team.type !== undefined,
      'team.email.present': typeof email === 'string' && email !== '',
      'team.onCall.present': team.hasOnCall,
      'team.entities.count': countRelations(entity, RELATION_OWNER_OF),
    };
  },
};
