import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  CheckQuestion,
  SCORECARD_OWNER,
  ScorecardEntityV1alpha1,
} from '../scorecard/types';
import { AnsweringTeam } from './types';

/**
 * The teams that may answer a question about an entity, each once: the team that owns it, which for a group is the group
 * itself, and those that the question names besides. Persons own things too, but teams answer.
 *
 * @public
 */
export function findAnsweringTeams(
  entity: Pick<Entity, 'kind' | 'metadata' | 'relations'>,
  options: {
    scorecard: ScorecardEntityV1alpha1;
    question: CheckQuestion;
  },
): AnsweringTeam[] {
  const { question, scorecard } = options;
  const owner = findOwningTeam(entity);
  const others = (question.alsoAnsweredBy ?? []).map(
    (name): AnsweringTeam =>
      name === SCORECARD_OWNER
        ? {
            side: 'scorecard-owner',
            teamRef: toTeamRef(scorecard.spec.owner, scorecard),
          }
        : { side: 'named-team', teamRef: toTeamRef(name, scorecard) },
  );
  const teams: AnsweringTeam[] =
    owner === undefined
      ? others
      : [{ side: 'entity-owner', teamRef: owner }, ...others];
  return teams.filter(
    ({ teamRef }, index) =>
      isTeam(teamRef) &&
      teams.findIndex(other => other.teamRef === teamRef) === index,
  );
}

function findOwningTeam(
  entity: Pick<Entity, 'kind' | 'metadata' | 'relations'>,
): string | undefined {
  const ref = stringifyEntityRef(entity as Entity);
  return isTeam(ref)
    ? ref
    : entity.relations?.find(
        ({ type, targetRef }) =>
          type === RELATION_OWNED_BY && isTeam(targetRef),
      )?.targetRef;
}

function isTeam(ref: string): boolean {
  return ref.startsWith('group:');
}

function toTeamRef(
  name: string,
  { metadata }: ScorecardEntityV1alpha1,
): string {
  return stringifyEntityRef(
    parseEntityRef(name, {
      defaultKind: 'group',
      defaultNamespace: metadata.namespace,
    }),
  );
}
