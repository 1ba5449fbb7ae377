import {
  RunbookLink,
  RunbookSummary,
} from '@fairlead/backstage-plugin-runbooks-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { VisibleEntities } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { whereRunbookVisible } from '../../catalog/visibility';
import { DbRunbookRow } from '../../database/tables';
import { readRunbookSummaries } from '../registry';

/** Those of these runbooks that the caller may read, by id. */
export async function readRunbooks(
  db: Knex,
  ids: readonly (string | null)[],
  options: { visible: VisibleEntities },
): Promise<Map<string, RunbookSummary>> {
  const wanted = [...new Set(ids)].filter((id): id is string => id !== null);
  if (wanted.length === 0) {
    return new Map();
  }
  const query = db('runbooks as r').select('r.*');
  whereOneOf(query, 'r.id', wanted);
  whereRunbookVisible(query, options.visible);
  const rows: DbRunbookRow[] = await query;
  const summaries = await readRunbookSummaries(db, rows, options);
  return new Map(summaries.map(summary => [summary.id, summary]));
}

/** As much of a runbook as a line needs. */
export function toLink(runbook: RunbookSummary): RunbookLink {
  const { id, title, from, health } = runbook;
  return { id, title, from, resolves: health.resolves.state };
}
