import { Knex } from 'knex';
import { fromEntities } from '../../database/fromEntities';
import { DbWaiverRow } from '../../database/tables';
import { ScorecardInForce } from '../definitions/ScorecardDefinitions';
import { FactStore } from '../../intake/facts/FactStore';
import { readAnswers, toGivenAnswer } from '../attestations/readAnswers';
import { LeasedEntity } from './leaseEntities';
import { ResultHead, Candidate, CandidateWaiver } from './Candidate';

/** Reads what entities are judged from, in one query for each table. */
export async function loadCandidates(
  db: Knex,
  options: {
    entities: readonly LeasedEntity[];
    facts: FactStore;
    now: number;
    /** Those that the entities are judged by; facts and answers are read only where one of them does. */
    scorecards: readonly ScorecardInForce[];
  },
): Promise<Candidate[]> {
  const { now } = options;
  const needsFacts = options.scorecards.some(
    ({ compiled }) => compiled.factIds.length > 0,
  );
  const entityRefs = options.entities.map(row => row.entity_ref);
  const [facts, waivers, answers, results] = await Promise.all([
    options.facts.listByEntities(needsFacts ? entityRefs : [], { now }),
    readWaivers(db, entityRefs, now),
    readAnswers(db, {
      entityRefs,
      scorecardRefs: options.scorecards.flatMap(({ compiled, scorecardRef }) =>
        compiled.hasQuestions ? scorecardRef : [],
      ),
    }),
    readHeads(db, entityRefs),
  ]);
  return options.entities.map(row => ({
    entityRef: row.entity_ref,
    revision: row.revision,
    evaluateAt: row.evaluate_at === null ? undefined : Number(row.evaluate_at),
    entity: JSON.parse(row.entity),
    facts: new Map(
      (facts.get(row.entity_ref) ?? []).map(fact => [fact.id, fact]),
    ),
    waivers: waivers.get(row.entity_ref) ?? [],
    answers: (answers.get(row.entity_ref) ?? []).map(answer => ({
      ...toGivenAnswer(answer),
      scorecardRef: answer.scorecard_ref,
    })),
    results: new Map(
      (results.get(row.entity_ref) ?? []).map(head => [
        head.scorecard_ref,
        head,
      ]),
    ),
  }));
}

async function readWaivers(
  db: Knex,
  entityRefs: string[],
  now: number,
): Promise<Map<string, CandidateWaiver[]>> {
  const rows: DbWaiverRow[] = await fromEntities(db, 'waivers', entityRefs)
    .select('t.*')
    .where('t.state', 'approved')
    .where('t.expires_at', '>', now)
    .orderBy('t.id');
  return groupByEntity(rows, row => ({
    id: row.id,
    scorecardRef: row.scorecard_ref,
    checkId: row.check_id,
    expiresAt: Number(row.expires_at),
  }));
}

async function readHeads(
  db: Knex,
  entityRefs: string[],
): Promise<Map<string, ResultHead[]>> {
  const rows: ResultHead[] = await fromEntities(
    db,
    'results',
    entityRefs,
  ).select(
    't.scorecard_ref',
    't.entity_ref',
    't.version',
    't.level',
    't.digest',
  );
  return groupByEntity(rows, row => row);
}

function groupByEntity<TRow extends { entity_ref: string }, T>(
  rows: readonly TRow[],
  map: (row: TRow) => T,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.entity_ref) ?? [];
    group.push(map(row));
    groups.set(row.entity_ref, group);
  }
  return groups;
}
