import { ScorecardEntityV1alpha1 } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { DbEntityRow } from '../../database/tables';
import { DescribedQuestion, describeQuestion } from './describeQuestion';
import { readAnswers } from './readAnswers';

/** A scorecard that judges an entity. */
interface JudgingScorecard {
  scorecardRef: string;
  definition: ScorecardEntityV1alpha1;
}

/**
 * The questions that scorecards ask about an entity with their answers, by the scorecard's ref and the check's id. Where
 * none of the scorecards asks any, nothing is read.
 */
export async function readQuestions(
  db: Knex,
  options: {
    entityRef: string;
    now: number;
    scorecards: readonly JudgingScorecard[];
  },
): Promise<Map<string, Map<string, DescribedQuestion>>> {
  const { entityRef, now } = options;
  const questions = new Map<string, Map<string, DescribedQuestion>>();
  const asking = options.scorecards.filter(({ definition }) =>
    definition.spec.checks.some(({ question }) => question),
  );
  if (asking.length === 0) {
    return questions;
  }
  const [answers, row] = await Promise.all([
    readAnswers(db, {
      entityRefs: [entityRef],
      scorecardRefs: asking.map(({ scorecardRef }) => scorecardRef),
    }),
    db<DbEntityRow>('entities')
      .where('entity_ref', entityRef)
      .first<Pick<DbEntityRow, 'entity'>>('entity'),
  ]);
  if (!row) {
    return questions;
  }
  const entity = JSON.parse(row.entity);
  const given = answers.get(entityRef) ?? [];
  for (const { scorecardRef, definition } of asking) {
    const asked = new Map<string, DescribedQuestion>();
    for (const { id, question } of definition.spec.checks) {
      if (question) {
        const rows = given.filter(
          answer =>
            answer.scorecard_ref === scorecardRef && answer.check_id === id,
        );
        asked.set(
          id,
          describeQuestion(question, {
            entity,
            now,
            rows,
            scorecard: definition,
          }),
        );
      }
    }
    questions.set(scorecardRef, asked);
  }
  return questions;
}

/** When answers in force expire, milliseconds since the epoch. */
export function listExpiries(
  questions: ReadonlyMap<string, ReadonlyMap<string, DescribedQuestion>>,
): number[] {
  return [...questions.values()]
    .flatMap(asked => [...asked.values()])
    .flatMap(({ standing }) => standing.answers)
    .filter(({ state }) => state === 'in-force')
    .map(({ expiresAt }) => expiresAt);
}
