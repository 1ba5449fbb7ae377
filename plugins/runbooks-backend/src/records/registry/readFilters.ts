import { Knex } from 'knex';
import { DbRunbookRow } from '../../database/tables';
import { compileFilter } from './setServed';

/** A runbook that serves all that fits its filter. */
export interface RunbookFilter {
  id: string;
  /** What it names besides. */
  serves: string[];
  fits(entity: unknown): boolean;
}

export async function readFilters(
  tx: Knex.Transaction,
): Promise<RunbookFilter[]> {
  const rows = await tx<DbRunbookRow>('runbooks')
    .select('id', 'serves')
    .whereNotNull('serves');
  return rows.map(({ id, serves }) => {
    const { entities, filter } = JSON.parse(serves!);
    return { id, serves: entities, fits: compileFilter(filter) };
  });
}
