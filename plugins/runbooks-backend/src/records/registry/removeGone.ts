import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import {
  DbRunbookAlertRow,
  DbRunbookEntityRow,
  DbRunbookRow,
} from '../../database/tables';
import { findNaming } from './findNaming';
import { readFilters } from './readFilters';
import { settleRunbooks } from './settleRunbooks';
import { Touched } from './Touched';
import { writeRunbookEntities } from './writeRunbookEntities';

/** Takes out what entities said that the catalog has no more. */
export async function removeGone(
  tx: Knex.Transaction,
  options: { now: number; portalUrl?: string },
): Promise<void> {
  const touched = new Touched();
  await removeDefinitions(tx, touched);
  await removeNamed(tx, { ...options, touched });
  await touched.mark(tx, options);
}

async function removeDefinitions(
  tx: Knex.Transaction,
  touched: Touched,
): Promise<void> {
  const gone = await tx<DbRunbookRow>('runbooks')
    .select('id')
    .whereNotNull('entity_ref')
    .whereNotExists(known =>
      known
        .select('entity_ref')
        .from('entities')
        .whereRaw('entities.entity_ref = runbooks.entity_ref'),
    );
  if (gone.length === 0) {
    return;
  }
  const ids = gone.map(({ id }) => id);
  const served = tx<DbRunbookEntityRow>('runbook_entities');
  whereOneOf(served, 'runbook_id', ids);
  const refs: string[] = await served.distinct().pluck('entity_ref');
  refs.forEach(ref => touched.served.add(ref));
  const patterns = tx<DbRunbookAlertRow>('runbook_alerts');
  whereOneOf(patterns, 'runbook_id', ids);
  const alerts: string[] = await patterns.pluck('pattern');
  alerts.forEach(pattern => touched.alerts.add(pattern));
  await findNaming(tx, { urlKeys: [], runbookIds: ids }, touched);
  // What hangs on them goes with them. Uses and verifications stay, under their ids.
  const runbooks = tx<DbRunbookRow>('runbooks');
  whereOneOf(runbooks, 'id', ids);
  await runbooks.delete();
}

async function removeNamed(
  tx: Knex.Transaction,
  options: { now: number; portalUrl?: string; touched: Touched },
): Promise<void> {
  const filters = new Map(
    (await readFilters(tx)).map(filter => [filter.id, filter]),
  );
  const rows: DbRunbookEntityRow[] = await tx<DbRunbookEntityRow>(
    'runbook_entities',
  ).whereNotExists(known =>
    known
      .select('entity_ref')
      .from('entities')
      .whereRaw('entities.entity_ref = runbook_entities.entity_ref'),
  );
  // An entity that a runbook names itself may come any day.
  const gone = rows.filter(
    ({ origin, runbook_id: id, entity_ref: ref }) =>
      origin !== 'entity' || filters.get(id)?.serves.includes(ref) === false,
  );
  await writeRunbookEntities(tx, { before: gone, after: [] });
  await settleRunbooks(
    tx,
    gone.map(row => row.runbook_id),
    options,
  );
}
