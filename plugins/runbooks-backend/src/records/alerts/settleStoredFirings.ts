import { settleFirings } from '@fairlead/backstage-plugin-runbooks-common';
import { rowsOf, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbFiringRow } from '../../database/tables';
import { FiringOnEntity, replaceFiringEntities } from './firingEntities';
import { FiringPlace, groupFirings, readBeside } from './readBeside';
import { readDetails } from './readFiring';
import { refreshAlerts } from './refreshAlerts';

/** A firing of its own, with the records that are about it. */
interface Whole {
  row: DbFiringRow;
  endsAt: number | null;
  parts: DbFiringRow[];
}

interface SettledRow {
  key: string;
  ends_at: number | null;
  part_of: string | null;
}

/**
 * Works out again what firings come to where some were told, changed or removed, and what follows for the alerts of
 * entities. Writes only what differs.
 *
 * @param options - `places` are where those stand that changed or are removed, before and after; `changed` and `removed`
 *   are their keys
 */
export async function settleStoredFirings(
  tx: Knex.Transaction,
  options: {
    now: number;
    places: readonly FiringPlace[];
    changed: readonly string[];
    removed: readonly string[];
  },
): Promise<void> {
  const { now, places, changed, removed } = options;
  if (places.length === 0) {
    return;
  }
  const beside = await readBeside(tx, places);
  const gone = new Set(removed);
  const wholes = await settle(
    tx,
    beside.filter(({ key }) => !gone.has(key)),
  );
  const differing = await replaceFiringEntities(
    tx,
    beside.map(({ key }) => key),
    wholes.flatMap(toEntities),
  );
  const removal = tx<DbFiringRow>('firings');
  whereOneOf(removal, 'key', removed);
  await removal.delete();
  const told = new Set(changed);
  const retold = wholes
    .filter(({ parts }) => parts.some(({ key }) => told.has(key)))
    .flatMap(toEntities);
  await refreshAlerts(tx, { now, alerts: [...differing, ...retold] });
}

/** Stores what each record comes to. Answers those that are firings of their own. */
async function settle(
  tx: Knex.Transaction,
  rows: readonly DbFiringRow[],
): Promise<Whole[]> {
  const wholes = new Map<string, Whole>();
  const differing: SettledRow[] = [];
  for (const group of groupFirings(rows)) {
    const byKey = new Map(group.map(row => [row.key, row]));
    for (const settled of settleFirings(group.map(toTold))) {
      const row = byKey.get(settled.key)!;
      const { endsAt = null, partOf = null } = settled;
      if (timeOf(row.ends_at) !== endsAt || row.part_of !== partOf) {
        differing.push({ key: row.key, ends_at: endsAt, part_of: partOf });
      }
      if (partOf === null) {
        wholes.set(row.key, { row, endsAt, parts: [row] });
      } else {
        wholes.get(partOf)?.parts.push(row);
      }
    }
  }
  await writeSettled(tx, differing);
  return [...wholes.values()];
}

async function writeSettled(
  tx: Knex.Transaction,
  rows: readonly SettledRow[],
): Promise<void> {
  if (rows.length > 0) {
    const columns = {
      key: 'text',
      ends_at: 'bigint',
      part_of: 'text',
    } as const;
    await tx.raw(
      `update firings set ends_at = r.ends_at, part_of = r.part_of
         from ? where firings.key = r.key`,
      [
        rowsOf(
          tx,
          columns,
          [...rows].map(row => ({ ...row })),
        ),
      ],
    );
  }
}

function toTold({ key, starts_at, told_ends_at }: DbFiringRow) {
  return {
    key,
    startsAt: Number(starts_at),
    endsAt: timeOf(told_ends_at) ?? undefined,
  };
}

function toEntities({ row, endsAt, parts }: Whole): FiringOnEntity[] {
  const refs = parts.flatMap(part => readDetails(part).entityRefs);
  return [...new Set(refs)].map(ref => ({
    firing_key: row.key,
    entity_ref: ref,
    alert: row.alert,
    starts_at: Number(row.starts_at),
    ends_at: endsAt,
    may_page: parts.some(part => Boolean(part.may_page)),
  }));
}

function timeOf(time: DbFiringRow['ends_at']): number | null {
  return time === null ? null : Number(time);
}
