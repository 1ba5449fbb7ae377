import { ConflictError, NotAllowedError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import {
  AnsweringTeam,
  AnswerRefusal,
} from '@fairlead/backstage-plugin-scorecards-common';

/** The error for an answer or a settlement that may not be; its message says what to do instead. */
export function refuseAnswer(
  refusal: AnswerRefusal,
  options: {
    move: 'answer' | 'settle';
    checkId: string;
    entityRef: string;
    teams: readonly AnsweringTeam[];
  },
): Error {
  const { move, checkId, entityRef } = options;
  const teams = options.teams
    .filter(({ side }) => move === 'answer' || side === 'entity-owner')
    .map(({ teamRef }) => teamRef);
  switch (refusal) {
    case 'agent':
      return new NotAllowedError(
        `Software may gather what an answer rests on; to ${move} is for people, in the portal`,
      );
    case 'not-yours':
      return new NotAllowedError(
        teams.length > 0
          ? isolated`Only members of '${teams.join("', '")}' ${
              move === 'answer'
                ? 'answer the question of'
                : 'settle which answer holds for'
            } check '${checkId}' about '${entityRef}'`
          : isolated`Nobody may ${move} here: '${entityRef}' has no team as its owner; give it one first`,
      );
    default:
      return new ConflictError(
        isolated`This answer to check '${checkId}' about '${entityRef}' contradicts no other one in force; there is nothing to settle`,
      );
  }
}
