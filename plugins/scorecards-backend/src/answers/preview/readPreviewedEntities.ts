import {
  FilterPredicate,
  FilterPredicateExpression,
} from '@backstage/filter-predicates';
import { Entity } from '@backstage/catalog-model';
import {
  ActiveWaiver,
  GivenAnswer,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { createPauses, Pauses } from '@fairlead/background-work';
import { whereOneOf } from '@fairlead/bulk-sql';
import { DbResultRow, DbWaiverRow } from '../../database/tables';
import { restrictToVisibleResults, Visibility } from '../../catalog/visibility';
import {
  readAnswers,
  toGivenAnswer,
} from '../../judging/attestations/readAnswers';
import { Standing } from './Standing';

const PAGE_SIZE = 200;

/** A stored entity that a definition may judge, or whose result it may end. */
export interface PreviewedEntity {
  entityRef: string;
  entity: Entity;
  /** Null without a stored result. */
  before: Standing | null;
  waivers: ActiveWaiver[];
  answers: GivenAnswer[];
}

type Row = Pick<DbResultRow, 'entity_ref' | 'level' | 'score'> & {
  entity: string;
  has_result: number | boolean;
};

/** The visible entities that a definition concerns, page by page in the order of their refs. */
export async function* readPreviewedEntities(options: {
  db: Knex;
  scorecardRef: string;
  /** False when there are no results to compare with, or the caller may not see them. */
  hasResults: boolean;
  definition: ScorecardEntityV1alpha1;
  entityRefs?: readonly string[];
  visibility: Visibility;
}): AsyncGenerator<PreviewedEntity[]> {
  const { db, scorecardRef, hasResults, entityRefs } = options;
  const kinds = readKinds(options.definition.spec.appliesTo);
  const pauses = createPauses();
  let after = '';
  let rows: Row[];
  do {
    // Each entity stands beside the scorecard as if it had a result, so that conditions on results hold for it.
    const candidates = db('entities')
      .select('*', db.raw('? as scorecard_ref', [scorecardRef]))
      .as('e');
    const query = db(candidates)
      .leftJoin('results as r', on =>
        on
          .on('r.entity_ref', 'e.entity_ref')
          .andOnVal('r.scorecard_ref', hasResults ? scorecardRef : ''),
      )
      .where('e.entity_ref', '>', after)
      .orderBy('e.entity_ref')
      .limit(PAGE_SIZE)
      .select<Row[]>(
        'e.entity_ref',
        'e.entity',
        'r.level',
        'r.score',
        db.raw('r.entity_ref is not null as has_result'),
      );
    restrictToVisibleResults(
      query,
      { ...options.visibility, scorecards: 'all' },
      'e',
    );
    if (entityRefs) {
      whereOneOf(query, 'e.entity_ref', entityRefs);
    }
    if (kinds) {
      query.where(either =>
        either.whereIn('e.kind', kinds).orWhereNotNull('r.entity_ref'),
      );
    }
    rows = await query;
    if (rows.length) {
      yield await withDecisions(db, options, rows, pauses);
      after = rows[rows.length - 1].entity_ref;
    }
  } while (rows.length === PAGE_SIZE);
}

/** The entities with the waivers in force, and with the answers if the definition asks anything. */
async function withDecisions(
  db: Knex,
  options: { scorecardRef: string; definition: ScorecardEntityV1alpha1 },
  rows: Row[],
  pauses: Pauses,
): Promise<PreviewedEntity[]> {
  const { scorecardRef, definition } = options;
  const entityRefs = rows.map(row => row.entity_ref);
  const isAsking = definition.spec.checks.some(({ question }) => question);
  const waivers: DbWaiverRow[] = await db('waivers')
    .where({ scorecard_ref: scorecardRef, state: 'approved' })
    .whereIn('entity_ref', entityRefs);
  const answers = await readAnswers(db, {
    entityRefs,
    scorecardRefs: isAsking ? [scorecardRef] : [],
  });
  const entities: PreviewedEntity[] = [];
  for (const row of rows) {
    await pauses.ifDue();
    entities.push({
      entityRef: row.entity_ref,
      entity: JSON.parse(row.entity),
      before: row.has_result ? { level: row.level, score: row.score } : null,
      waivers: waivers
        .filter(waiver => waiver.entity_ref === row.entity_ref)
        .map(waiver => ({
          id: waiver.id,
          checkId: waiver.check_id,
          expiresAt: Number(waiver.expires_at),
        })),
      answers: (answers.get(row.entity_ref) ?? []).map(toGivenAnswer),
    });
  }
  return entities;
}

/** The kinds that a filter asks for at its top, which spares reading all others; undefined when it names none. */
function readKinds(appliesTo: FilterPredicate): string[] | undefined {
  if (typeof appliesTo !== 'object' || appliesTo === null) {
    return undefined;
  }
  const { kind } = appliesTo as FilterPredicateExpression;
  if (typeof kind === 'string') {
    return [kind.toLocaleLowerCase('en-US')];
  }
  if (typeof kind === 'object' && '$in' in kind && Array.isArray(kind.$in)) {
    return kind.$in.map(each => String(each).toLocaleLowerCase('en-US'));
  }
  return undefined;
}
