import { ReadQuestion } from './readQuestion';
import { AnsweringTeam, AttestationState, GivenAnswer } from './types';

/** An answer, and where it stands. @public */
export interface StandingAnswer {
  answer: GivenAnswer;
  state: AttestationState;
  /** When it expires, milliseconds since the epoch: earlier than it said where the question now lets none hold as long. */
  expiresAt: number;
  /** Whether the check passes by it; undefined for a choice that is no longer offered. */
  passes: boolean | undefined;
}

/**
 * What the answers to a question come to: those in force agree that the check passes or that it does not, or they
 * contradict each other; all that there is has expired; or nobody has answered who may.
 *
 * @public
 */
export type AnswersVerdict =
  | 'passes'
  | 'fails'
  | 'contradicts'
  | 'expired'
  | 'unanswered';

/** The answers to a question about an entity, as they stand at a time. @public */
export interface AnswersStanding {
  verdict: AnswersVerdict;
  /** In the order in which they were given. */
  answers: StandingAnswer[];
}

/**
 * What the answers to one question about one entity come to. Nothing else enters: the same input gives the same
 * standing.
 *
 * @param answers - the newest of each team
 * @public
 */
export function judgeAnswers(
  answers: readonly GivenAnswer[],
  options: {
    question: ReadQuestion;
    teams: readonly AnsweringTeam[];
    /** Milliseconds since the epoch. */
    now: number;
  },
): AnswersStanding {
  const standing = answers.map(answer => judgeAnswer(answer, options));
  const counted = standing.filter(({ state }) => state === 'in-force');
  if (counted.length === 0) {
    return {
      verdict: standing.some(({ state }) => state === 'expired')
        ? 'expired'
        : 'unanswered',
      answers: standing,
    };
  }
  const passing = counted.filter(({ passes }) => passes);
  if (passing.length === 0) {
    return { verdict: 'fails', answers: standing };
  }
  return {
    verdict: passing.length === counted.length ? 'passes' : 'contradicts',
    answers: standing,
  };
}

function judgeAnswer(
  answer: GivenAnswer,
  options: Parameters<typeof judgeAnswers>[1],
): StandingAnswer {
  const { question, teams, now } = options;
  const passes = question.choices.find(
    ({ id }) => id === answer.choice,
  )?.passes;
  const expiresAt = Math.min(
    answer.expiresAt,
    answer.answeredAt + question.holdsFor,
  );
  const mayAnswer = teams.some(({ teamRef }) => teamRef === answer.teamRef);
  let state: AttestationState = 'in-force';
  if (answer.isSetAside) {
    state = 'set-aside';
  } else if (passes === undefined || !mayAnswer) {
    state = 'outdated';
  } else if (expiresAt <= now) {
    state = 'expired';
  }
  return { answer, state, expiresAt, passes };
}
