import { PrincipalKind } from '../decisions';
import { AnswersStanding } from './judgeAnswers';
import { AnsweringTeam } from './types';

/** Who would answer or settle. @public */
export interface AnswerActor {
  /** The ref of a user. */
  ref: string;
  /** What the user owns things through: their own ref and those of their groups. */
  ownershipRefs: readonly string[];
  principal: PrincipalKind;
}

/**
 * Why a move may not be made: software answers and settles nothing; it is not for a team of the actor; or there is
 * nothing to settle.
 *
 * @public
 */
export type AnswerRefusal = 'agent' | 'not-yours' | 'settled';

/**
 * The teams that somebody may answer for, the first of them where they name none; none for software, which may prepare
 * an answer and never gives one.
 *
 * @public
 */
export function teamsOfActor(
  teams: readonly AnsweringTeam[],
  actor: AnswerActor,
): AnsweringTeam[] {
  return actor.principal === 'user'
    ? teams.filter(({ teamRef }) => actor.ownershipRefs.includes(teamRef))
    : [];
}

/**
 * For which team somebody answers, or why they may not.
 *
 * @param options - `teamRef` is the team they want to answer for
 * @public
 */
export function judgeAnswering(
  teams: readonly AnsweringTeam[],
  actor: AnswerActor,
  options: { teamRef?: string } = {},
):
  | { team: AnsweringTeam; refusal?: undefined }
  | { refusal: Exclude<AnswerRefusal, 'settled'> } {
  const { teamRef } = options;
  if (actor.principal !== 'user') {
    return { refusal: 'agent' };
  }
  const team = teamsOfActor(teams, actor).find(
    mine => teamRef === undefined || mine.teamRef === teamRef,
  );
  return team ? { team } : { refusal: 'not-yours' };
}

/**
 * Which answers are set aside when the owner of the entity settles that one holds, or why that may not be.
 *
 * @param id - that of the answer that is to hold
 * @public
 */
export function judgeSettling(
  id: string,
  options: {
    standing: AnswersStanding;
    teams: readonly AnsweringTeam[];
    actor: AnswerActor;
  },
):
  | { setAside: string[]; refusal?: undefined }
  | { setAside?: undefined; refusal: AnswerRefusal } {
  const { actor, standing, teams } = options;
  if (actor.principal !== 'user') {
    return { refusal: 'agent' };
  }
  if (!teamsOfActor(teams, actor).some(({ side }) => side === 'entity-owner')) {
    return { refusal: 'not-yours' };
  }
  const counted = standing.answers.filter(({ state }) => state === 'in-force');
  const kept = counted.find(({ answer }) => answer.id === id);
  if (!kept || standing.verdict !== 'contradicts') {
    return { refusal: 'settled' };
  }
  return {
    setAside: counted
      .filter(({ passes }) => passes !== kept.passes)
      .map(({ answer }) => answer.id),
  };
}
