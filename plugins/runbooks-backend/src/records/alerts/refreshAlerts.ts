import {
  expandRunbookUrl,
  RunbookUrlContext,
} from '@fairlead/backstage-plugin-runbooks-common';
import {
  insertRows,
  RowColumns,
  rowsOf,
  toStorableText,
} from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { FIRES_STILL } from '../../database/firesStill';
import {
  lockEntities,
  markEntitiesDue,
  markValuesDue,
} from '../../database/markDue';
import { DbAlertRow, DbFiringRow } from '../../database/tables';
import { readDetails } from './readFiring';

/** The name of an alert on an entity. */
export type AlertOnEntity = Pick<DbAlertRow, 'alert' | 'entity_ref'>;

const NAME_COLUMNS = {
  alert: 'text',
  entity_ref: 'text',
} satisfies RowColumns;

const COLUMNS = {
  ...NAME_COLUMNS,
  first_fired_at: 'bigint',
  last_fired_at: 'bigint',
  fires_until: 'bigint',
  may_page_until: 'bigint',
  severity: 'text',
  labels: 'text',
  told_url: 'text',
  choose_at: 'bigint',
} satisfies RowColumns;

type SummedAlert = AlertOnEntity &
  Pick<DbAlertRow, 'severity' | 'labels' | 'told_url'> &
  Record<
    'first_fired_at' | 'last_fired_at' | 'fires_until' | 'may_page_until',
    number
  >;

/** Databases keep no longer texts in an index. */
const LONGEST_URL = 2_000;

/**
 * Sums up what fired by the alert's name and entity. A name stays known while any firing of it is kept. Its runbook is
 * chosen when it is new, or tells another URL.
 */
export async function refreshAlerts(
  tx: Knex.Transaction,
  options: { alerts: readonly AlertOnEntity[]; now: number },
): Promise<void> {
  const { now } = options;
  const alerts = distinct(options.alerts);
  if (alerts.length === 0) {
    return;
  }
  const entityRefs = [...new Set(alerts.map(alert => alert.entity_ref))];
  await lockEntities(tx, entityRefs);
  const before = await readStored(tx, alerts);
  const after = await sumUp(tx, alerts);
  const kept = new Set(after.map(nameOf));
  const gone = [...before.values()].filter(alert => !kept.has(nameOf(alert)));
  await removeAlerts(tx, gone);
  const tellsAnew = (alert: SummedAlert) =>
    before.get(nameOf(alert))?.told_url !== alert.told_url;
  await insertRows(tx, {
    table: 'alerts',
    columns: COLUMNS,
    rows: after.map(alert => ({
      ...alert,
      choose_at: tellsAnew(alert) ? now : null,
    })),
    onConflict: {
      key: ['alert', 'entity_ref'],
      set: { choose_at: 'coalesce(alerts.choose_at, excluded.choose_at)' },
    },
  });
  await markEntitiesDue(tx, {
    now,
    entityRefs: [...after.filter(tellsAnew), ...gone].map(
      ({ entity_ref: ref }) => ref,
    ),
  });
  await markValuesDue(tx, { now, entityRefs });
}

async function readStored(
  tx: Knex.Transaction,
  alerts: readonly AlertOnEntity[],
): Promise<Map<string, DbAlertRow>> {
  const rows: DbAlertRow[] = await tx
    .select('a.*')
    .from(rowsOf(tx, NAME_COLUMNS, alerts))
    .join('alerts as a', {
      'a.alert': 'r.alert',
      'a.entity_ref': 'r.entity_ref',
    });
  return new Map(rows.map(row => [nameOf(row), row]));
}

/** What is kept of each, with the labels and the URL of its last firing. */
async function sumUp(
  tx: Knex.Transaction,
  alerts: readonly AlertOnEntity[],
): Promise<SummedAlert[]> {
  const sums = tx
    .select(
      'f.alert',
      'f.entity_ref',
      tx.raw('min(f.starts_at) as first_fired_at'),
      tx.raw('max(f.starts_at) as last_fired_at'),
      tx.raw('max(coalesce(f.ends_at, ?)) as fires_until', [FIRES_STILL]),
      tx.raw(
        'max(case when f.may_page then coalesce(f.ends_at, ?) else 0 end) as may_page_until',
        [FIRES_STILL],
      ),
    )
    .from(rowsOf(tx, NAME_COLUMNS, alerts))
    .join('firing_entities as f', {
      'f.entity_ref': 'r.entity_ref',
      'f.alert': 'r.alert',
    })
    .groupBy('f.alert', 'f.entity_ref');
  const rows: (Pick<DbFiringRow, 'severity' | 'details'> & DbAlertRow)[] =
    await tx
      .select('s.*', 'last.severity', 'last.details')
      .from(sums.as('s'))
      .join('firings as last', join =>
        join.on(
          'last.key',
          tx.raw(`(select l.firing_key from firing_entities as l
                    where l.entity_ref = s.entity_ref and l.alert = s.alert
                    order by l.starts_at desc, l.firing_key desc limit 1)`),
        ),
      );
  return rows.map(row => {
    const { labels, runbookUrl } = readDetails(row);
    return {
      alert: row.alert,
      entity_ref: row.entity_ref,
      first_fired_at: Number(row.first_fired_at),
      last_fired_at: Number(row.last_fired_at),
      fires_until: Number(row.fires_until),
      may_page_until: Number(row.may_page_until),
      severity: row.severity,
      labels: JSON.stringify(labels),
      told_url: fillUrl(runbookUrl, { labels, alertName: row.alert }),
    };
  });
}

async function removeAlerts(
  tx: Knex.Transaction,
  alerts: readonly AlertOnEntity[],
): Promise<void> {
  if (alerts.length > 0) {
    const names = alerts.map(({ alert, entity_ref }) => ({
      alert,
      entity_ref,
    }));
    await tx('alerts')
      .whereIn(
        ['alert', 'entity_ref'],
        tx
          .select('r.alert', 'r.entity_ref')
          .from(rowsOf(tx, NAME_COLUMNS, names)),
      )
      .delete();
  }
}

/** The URL with its templates filled in; as it was told where they cannot be. */
function fillUrl(
  toldUrl: string | undefined,
  context: RunbookUrlContext,
): string | null {
  if (!toldUrl) {
    return null;
  }
  const filled = expandRunbookUrl(toldUrl, context);
  const url = filled.state === 'ok' ? filled.url : toldUrl;
  return Buffer.byteLength(url) <= LONGEST_URL ? toStorableText(url) : null;
}

function distinct(alerts: readonly AlertOnEntity[]): AlertOnEntity[] {
  const byName = new Map(
    alerts.map(({ alert, entity_ref }) => [
      nameOf({ alert, entity_ref }),
      { alert, entity_ref },
    ]),
  );
  return [...byName.values()];
}

function nameOf({ alert, entity_ref: ref }: AlertOnEntity): string {
  return JSON.stringify([alert, ref]);
}
