import {
  IncidentMoment,
  INCIDENT_MOMENTS,
} from '@fairlead/backstage-plugin-runbooks-common';
import {
  OperationsIncident,
  OperationsRecord,
} from '@fairlead/backstage-plugin-runbooks-node';
import { insertRows, toStorableText, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { markValuesDue } from '../../database/markDue';
import {
  DbIncidentEntityRow,
  DbIncidentRow,
  DbToldMomentRow,
} from '../../database/tables';
import { OperationsWriter } from '../../intake/operations';
import { readRefs } from '../readRefs';
import { MOMENT_COLUMNS, readIncident } from './readIncident';

const COLUMNS = {
  key: 'text',
  source: 'text',
  title: 'text',
  severity: 'text',
  url: 'text',
  found_by: 'text',
  opened_at: 'bigint',
  started_at: 'bigint',
  detected_at: 'bigint',
  acknowledged_at: 'bigint',
  mitigated_at: 'bigint',
  resolved_at: 'bigint',
  published_at: 'bigint',
  details: 'text',
  changed_at: 'bigint',
} as const;

/**
 * Keeps incidents as their sources tell them. What people told of one stays when it is told again, and when it is removed
 * and comes back.
 */
export class IncidentWriter implements OperationsWriter {
  static create(): IncidentWriter {
    return new IncidentWriter();
  }

  async write(
    tx: Knex.Transaction,
    records: readonly OperationsRecord[],
    { now }: { now: number },
  ): Promise<void> {
    const told = records
      .filter((record): record is OperationsIncident => isIncident(record))
      .map(record => ({ ...record, key: toStorableText(record.key) }));
    const removed = records
      .filter(({ kind }) => kind === 'removed')
      .map(({ key }) => toStorableText(key));
    const keys = [...told.map(({ key }) => key), ...removed];
    if (keys.length === 0) {
      return;
    }
    const stored = await readStored(tx, keys);
    const before = await readEntities(tx, [...stored.keys()]);
    const gone = removed.filter(key => stored.has(key));
    const rows = told.map(incident =>
      readIncident(incident, { now, stored: stored.get(incident.key) }),
    );
    await insertRows(tx, {
      table: 'incidents',
      columns: COLUMNS,
      rows: rows as never,
      onConflict: { key: ['key'] },
    });
    const remove = tx<DbIncidentRow>('incidents').delete();
    whereOneOf(remove, 'key', gone);
    await remove;
    for (const row of rows) {
      await forgetTakenBack(tx, row, stored.get(row.key));
    }
    const after = told.flatMap(({ key, entityRefs }) =>
      readRefs(entityRefs.map(toStorableText)).map(ref => ({
        incident_key: key,
        entity_ref: ref,
      })),
    );
    await replaceEntities(tx, { keys: rows.map(({ key }) => key), after });
    await markValuesDue(tx, {
      entityRefs: [
        ...new Set([...before, ...after].map(({ entity_ref: ref }) => ref)),
      ].sort(),
      now,
    });
  }
}

function isIncident(record: OperationsRecord): record is OperationsIncident {
  return record.kind === 'incident';
}

async function readStored(
  tx: Knex.Transaction,
  keys: readonly string[],
): Promise<Map<string, DbIncidentRow>> {
  const query = tx<DbIncidentRow>('incidents').select('*');
  whereOneOf(query, 'key', keys);
  const rows = (await query) as DbIncidentRow[];
  return new Map(rows.map(row => [row.key, row]));
}

async function readEntities(
  tx: Knex.Transaction,
  keys: readonly string[],
): Promise<DbIncidentEntityRow[]> {
  const query = tx<DbIncidentEntityRow>('incident_entities').select('*');
  whereOneOf(query, 'incident_key', keys);
  return query;
}

/**
 * A moment that the source told and now tells no more was taken back: it was reopened, or nobody has it in hand any
 * longer. What a person told of that moment before counts no more either.
 */
async function forgetTakenBack(
  tx: Knex.Transaction,
  row: DbIncidentRow,
  stored: DbIncidentRow | undefined,
): Promise<void> {
  const takenBack: IncidentMoment[] = INCIDENT_MOMENTS.filter(moment => {
    const column = MOMENT_COLUMNS[moment];
    return stored && stored[column] !== null && row[column] === null;
  });
  if (takenBack.length > 0) {
    await tx<DbToldMomentRow>('told_moments')
      .where('incident_key', row.key)
      .whereIn('moment', takenBack)
      .delete();
  }
}

async function replaceEntities(
  tx: Knex.Transaction,
  options: { keys: readonly string[]; after: readonly DbIncidentEntityRow[] },
): Promise<void> {
  const query = tx<DbIncidentEntityRow>('incident_entities').delete();
  whereOneOf(query, 'incident_key', options.keys);
  await query;
  await insertRows(tx, {
    table: 'incident_entities',
    columns: { incident_key: 'text', entity_ref: 'text' },
    rows: options.after.map(row => ({ ...row })),
  });
}
