import { Entity } from '@backstage/catalog-model';
import {
  AnswersStanding,
  AskedQuestion,
  Attestation,
  CheckQuestion,
  findAnsweringTeams,
  judgeAnswers,
  readQuestion,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';
import { isoTime } from '../../database/isoTime';
import { NewestAnswer, toGivenAnswer } from './readAnswers';

/** A question about an entity, who may answer it, and how the answers stand. */
export interface DescribedQuestion {
  question: AskedQuestion;
  /** For how long an answer holds, milliseconds. */
  holdsFor: number;
  standing: AnswersStanding;
  /** Newest first. */
  answers: Attestation[];
}

/** The check of a scorecard, if it has it and the check is a question. */
export function findQuestion(
  scorecard: ScorecardEntityV1alpha1,
  checkId: string,
): CheckQuestion | undefined {
  return scorecard.spec.checks.find(({ id }) => id === checkId)?.question;
}

/**
 * Puts a question and its answers into words, as they stand at a time.
 *
 * @param options - `rows` are the newest answer of each team to this question about this entity, oldest first
 */
export function describeQuestion(
  definition: CheckQuestion,
  options: {
    entity: Entity;
    now: number;
    rows: readonly NewestAnswer[];
    scorecard: ScorecardEntityV1alpha1;
  },
): DescribedQuestion {
  const { entity, now, rows, scorecard } = options;
  const question = readQuestion(definition);
  const teams = findAnsweringTeams(entity, { scorecard, question: definition });
  const standing = judgeAnswers(rows.map(toGivenAnswer), {
    question,
    teams,
    now,
  });
  const { holdsFor, ...asked } = question;
  return {
    question: { ...asked, choices: [...asked.choices], teams },
    holdsFor,
    standing,
    answers: standing.answers
      .map(({ state, expiresAt }, index) =>
        toAttestation(rows[index], { state, expiresAt }),
      )
      .reverse(),
  };
}

function toAttestation(
  row: NewestAnswer,
  { state, expiresAt }: { state: Attestation['state']; expiresAt: number },
): Attestation {
  return {
    id: row.id,
    scorecardRef: row.scorecard_ref,
    checkId: row.check_id,
    entityRef: row.entity_ref,
    teamRef: row.team_ref,
    question: row.question,
    choice: row.choice,
    choiceTitle: row.choice_title,
    ...(row.text !== null && { text: row.text }),
    evidence: JSON.parse(row.evidence),
    answeredAt: isoTime(row.answered_at),
    expiresAt: isoTime(expiresAt),
    state,
    ...(row.set_aside_at !== null && {
      setAside: {
        reason: row.set_aside_reason ?? '',
        at: isoTime(row.set_aside_at),
      },
    }),
  };
}
