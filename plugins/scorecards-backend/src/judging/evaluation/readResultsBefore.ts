import { Knex } from 'knex';
import { fromEntities } from '../../database/fromEntities';
import { readStatuses, StoredCheck } from '../../database/storedChecks';
import { DbResultRow } from '../../database/tables';
import { ScorecardVersionCache } from '../definitions/ScorecardVersionCache';
import { Verdict } from './judge';
import { ResultBefore } from './StoredResult';

/** The stored results that are about to change, by `resultKey`. */
export async function readResultsBefore(
  db: Knex,
  options: {
    changed: readonly Pick<Verdict, 'entityRef' | 'before' | 'scorecard'>[];
    versions: ScorecardVersionCache;
  },
): Promise<Map<string, ResultBefore>> {
  const known = options.changed.filter(({ before }) => before);
  const results = new Map<string, ResultBefore>();
  if (known.length === 0) {
    return results;
  }
  const rows: DbResultRow[] = await fromEntities(db, 'results', [
    ...new Set(known.map(one => one.entityRef)),
  ])
    .select('t.*')
    .whereIn('t.scorecard_ref', [
      ...new Set(known.map(one => one.scorecard.scorecardRef)),
    ]);
  const definitionOf = await options.versions.load(rows);
  for (const row of rows) {
    const definition = definitionOf(row);
    const statuses = readStatuses(row.statuses);
    const checks = JSON.parse(row.checks) as StoredCheck[];
    results.set(resultKey(row.scorecard_ref, row.entity_ref), {
      version: row.version,
      level: row.level,
      checks: new Map(
        definition?.spec.checks.map(({ id }, index) => [
          id,
          { ...checks[index], status: statuses[index] },
        ]),
      ),
    });
  }
  return results;
}

export function resultKey(scorecardRef: string, entityRef: string): string {
  return `${scorecardRef} ${entityRef}`;
}
