import {
  CheckStatus,
  RollupBy,
  RollupGroup,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { readStatuses } from '../../../database/storedChecks';
import { ScorecardInForce } from '../../../judging/definitions/ScorecardDefinitions';
import {
  restrictToVisibleResults,
  Visibility,
} from '../../../catalog/visibility';
import { isPerson, PERSON } from '../owner/persons';
import { ScorecardVersionCache } from '../../../judging/definitions/ScorecardVersionCache';
import { Totals, TotalsRow } from '../Totals';

interface Row extends TotalsRow {
  scorecard_ref: string;
  version: number;
  key: string | null;
}

const KEY_COLUMNS: Record<Exclude<RollupBy, 'check'>, string> = {
  owner: 'e.owner_ref',
  system: 'e.system_ref',
  domain: 'e.domain_ref',
};

const NOT_MET: readonly CheckStatus[] = ['fail', 'error', 'stale', 'no-data'];

/** Counts in one query, of each combination of level and statuses that occurs, and folds them here. */
export async function rollup(options: {
  db: Knex;
  versions: ScorecardVersionCache;
  scorecard: ScorecardInForce;
  by: RollupBy;
  visibility: Visibility;
}): Promise<RollupGroup[]> {
  const { db, scorecard, by, visibility } = options;
  const query = db('results as r')
    .join('entities as e', 'e.entity_ref', 'r.entity_ref')
    .where('r.scorecard_ref', scorecard.scorecardRef)
    .groupBy('r.scorecard_ref', 'r.version', 'r.level', 'r.statuses')
    .select<Row[]>(
      'r.scorecard_ref',
      'r.version',
      'r.level',
      'r.statuses',
      db.raw('count(*) as count'),
    );
  restrictToVisibleResults(query, visibility);

  if (by === 'check') {
    const rows = await query;
    return foldByCheck(
      rows,
      scorecard.definition,
      await options.versions.load(rows),
    );
  }
  const column = KEY_COLUMNS[by];
  query.groupBy(column).select(db.raw('?? as key', [column]));
  return foldByKey(await query, scorecard.definition);
}

function foldByKey(
  rows: Row[],
  definition: ScorecardEntityV1alpha1,
): RollupGroup[] {
  const groups = new Map<string | null, Totals>();
  for (const row of rows) {
    const key = row.key !== null && isPerson(row.key) ? PERSON : row.key;
    const totals = groups.get(key) ?? new Totals(definition);
    groups.set(key, totals);
    totals.add(row);
  }
  return [...groups]
    .map(([key, totals]) => ({
      key,
      ...(key === PERSON && { title: 'Owned by a person' }),
      ...totals.toJSON(),
    }))
    .sort(
      (a, b) =>
        b.statuses.fail - a.statuses.fail ||
        (a.key ?? '').localeCompare(b.key ?? ''),
    );
}

function foldByCheck(
  rows: Row[],
  definition: ScorecardEntityV1alpha1,
  definitionOf: (row: Row) => ScorecardEntityV1alpha1 | undefined,
): RollupGroup[] {
  const groups = new Map(
    definition.spec.checks.map(({ id }) => [id, new Totals(definition)]),
  );
  for (const row of rows) {
    const statuses = readStatuses(row.statuses);
    definitionOf(row)?.spec.checks.forEach(({ id }, index) => {
      const totals = groups.get(id);
      if (totals) {
        const count = Number(row.count);
        totals.entities += count;
        totals.addStatus(statuses[index], count);
        if (NOT_MET.includes(statuses[index])) {
          totals.addLevel(row.level, count);
        }
      }
    });
  }
  return definition.spec.checks.map(({ id, title }) => ({
    key: id,
    title,
    ...groups.get(id)!.toJSON(),
  }));
}
