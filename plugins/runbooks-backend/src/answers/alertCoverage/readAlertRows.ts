import {
  AlertRow,
  CoverageWindow,
  describeGap,
  expandRunbookUrl,
  RunbookSummary,
} from '@fairlead/backstage-plugin-runbooks-common';
import { RowColumns, rowsOf } from '@fairlead/bulk-sql';
import { VisibleEntities } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { FIRES_STILL } from '../../database/firesStill';
import { isoTime } from '../../database/isoTime';
import { DbAlertRow, DbEntityRow, DbTime } from '../../database/tables';
import { readRunbooks, toLink } from '../alerts';

/** An alert with the owner of its entity. */
export type StoredAlert = DbAlertRow & Pick<DbEntityRow, 'owner_ref'>;

const NAME_COLUMNS = {
  alert: 'text',
  entity_ref: 'text',
} satisfies RowColumns;

/** Alerts as lists show them, in the order in which they are given. */
export async function readAlertRows(
  db: Knex,
  alerts: readonly StoredAlert[],
  options: { visible: VisibleEntities; window: CoverageWindow },
): Promise<AlertRow[]> {
  const { window } = options;
  const [runbooks, firings] = await Promise.all([
    readRunbooks(
      db,
      alerts.map(({ runbook_id: id }) => id),
      options,
    ),
    countFirings(db, alerts, window),
  ]);
  return alerts.map(alert =>
    toAlertRow(alert, {
      firings: firings.get(nameOf(alert)) ?? 0,
      runbook: alert.runbook_id ? runbooks.get(alert.runbook_id) : undefined,
      window,
    }),
  );
}

function toAlertRow(
  alert: StoredAlert,
  options: {
    firings: number;
    runbook?: RunbookSummary;
    window: CoverageWindow;
  },
): AlertRow {
  const { firings, runbook, window } = options;
  const firesUntil = Number(alert.fires_until);
  const toldProblem = describeToldUrl(alert.told_url);
  const link = runbook && toLink(runbook);
  const reason = describeGap({ runbook: link, toldProblem });
  return {
    alert: alert.alert,
    entityRef: alert.entity_ref,
    ...(alert.owner_ref && { ownerRef: alert.owner_ref }),
    firings,
    lastFiredAt: isoTime(alert.last_fired_at),
    firesNow: firesUntil === FIRES_STILL,
    mayPage: Number(alert.may_page_until) >= Math.min(firesUntil, window.from),
    ...(alert.severity && { severity: alert.severity }),
    ...(link && { runbook: link }),
    ...(alert.told_url &&
      (toldProblem || link?.resolves === 'bad') && {
        toldUrl: alert.told_url,
      }),
    ...(reason && { reason }),
  };
}

/** What is wrong with the URL that an alert tells; undefined where it tells none, or a whole one. */
export function describeToldUrl(toldUrl: string | null): string | undefined {
  if (toldUrl === null) {
    return undefined;
  }
  const told = expandRunbookUrl(toldUrl);
  return told.state === 'half' ? told.reason : undefined;
}

async function countFirings(
  db: Knex,
  alerts: readonly StoredAlert[],
  { from }: CoverageWindow,
): Promise<Map<string, number>> {
  const names = alerts.map(({ alert, entity_ref: ref }) => ({
    alert,
    entity_ref: ref,
  }));
  const rows: {
    alert: string;
    entity_ref: string;
    count: DbTime;
  }[] = await db
    .from(rowsOf(db, NAME_COLUMNS, names))
    .join('firing_entities as f', {
      'f.entity_ref': 'r.entity_ref',
      'f.alert': 'r.alert',
    })
    .where(under =>
      under.whereNull('f.ends_at').orWhere('f.ends_at', '>=', from),
    )
    .groupBy('f.alert', 'f.entity_ref')
    .select('f.alert', 'f.entity_ref')
    .count({ count: '*' });
  return new Map(rows.map(row => [nameOf(row), Number(row.count)]));
}

function nameOf(name: { alert: string; entity_ref: string }): string {
  return JSON.stringify([name.alert, name.entity_ref]);
}
