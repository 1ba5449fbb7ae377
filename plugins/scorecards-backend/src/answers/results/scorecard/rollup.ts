import {
  CHECK_STATUSES,
  CheckStatus,
  RollupBy,
  RollupGroup,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { readStatuses, STATUS_LETTERS } from '../../../database/storedChecks';
import { ScorecardInForce } from '../../../judging/definitions/ScorecardDefinitions';
import {
  restrictToVisibleResults,
  Visibility,
} from '../../../catalog/visibility';
import { isPerson, PERSON } from '../owner/persons';
import { ScorecardVersionCache } from '../../../judging/definitions/ScorecardVersionCache';
import { Totals, TotalsRow } from '../Totals';

interface CheckRow extends TotalsRow {
  scorecard_ref: string;
  version: number;
}

/** With the number of results of each status. */
interface KeyRow extends Record<CheckStatus, number | string> {
  key: string | null;
  level: string | null;
  count: number | string;
}

const KEY_COLUMNS: Record<Exclude<RollupBy, 'check'>, string> = {
  owner: 'e.owner_ref',
  system: 'e.system_ref',
  domain: 'e.domain_ref',
};

const NOT_MET: readonly CheckStatus[] = ['fail', 'error', 'stale', 'no-data'];

/** Counts in one query. */
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
    .groupBy('r.level')
    .select('r.level', db.raw('count(*) as count'));
  restrictToVisibleResults(query, visibility);

  if (by === 'check') {
    const columns = ['r.scorecard_ref', 'r.version', 'r.statuses'];
    const rows = await query.groupBy(columns).select<CheckRow[]>(columns);
    return foldByCheck(
      rows,
      scorecard.definition,
      await options.versions.load(rows),
    );
  }
  const column = KEY_COLUMNS[by];
  const rows = await query
    .groupBy(column)
    .select<KeyRow[]>(db.raw('?? as key', [column]), ...countStatuses(db));
  return foldByKey(rows, scorecard.definition);
}

/** By the letters that each of them has: a group of many combinations is one row nevertheless. */
function countStatuses(db: Knex): Knex.Raw[] {
  return CHECK_STATUSES.map(status =>
    db.raw(
      "sum(length(r.statuses) - length(replace(r.statuses, ?, ''))) as ??",
      [STATUS_LETTERS[status], status],
    ),
  );
}

function foldByKey(
  rows: KeyRow[],
  definition: ScorecardEntityV1alpha1,
): RollupGroup[] {
  const groups = new Map<string | null, Totals>();
  for (const row of rows) {
    const key = row.key !== null && isPerson(row.key) ? PERSON : row.key;
    const totals = groups.get(key) ?? new Totals(definition);
    groups.set(key, totals);
    totals.entities += Number(row.count);
    totals.addLevel(row.level, Number(row.count));
    for (const status of CHECK_STATUSES) {
      totals.addStatus(status, Number(row[status]));
    }
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
  rows: CheckRow[],
  definition: ScorecardEntityV1alpha1,
  definitionOf: (row: CheckRow) => ScorecardEntityV1alpha1 | undefined,
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
