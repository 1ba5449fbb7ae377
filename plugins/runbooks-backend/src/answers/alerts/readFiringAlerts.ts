import {
  FiringAlert,
  RunbookSummary,
} from '@fairlead/backstage-plugin-runbooks-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { restrictToVisible, VisibleEntities } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { isoTime } from '../../database/isoTime';
import {
  DbAlertRow,
  DbFiringEntityRow,
  DbFiringRow,
  DbUseRow,
} from '../../database/tables';
import { readDetails } from '../../records/alerts';
import { readRunbooks, toLink } from './readRunbooks';

type FiringRow = Pick<
  DbFiringEntityRow,
  'entity_ref' | 'alert' | 'starts_at' | 'may_page'
> &
  Pick<DbFiringRow, 'severity' | 'details'> &
  Pick<DbAlertRow, 'runbook_id'>;

type UseUnderWay = Pick<DbUseRow, 'id' | 'entity_ref' | 'runbook_id' | 'alert'>;

/** A query of `firing_entities as f` that fire and of their `entities as e`, as far as the caller may read these. */
export function queryFiring(
  db: Knex,
  options: { visible: VisibleEntities },
): Knex.QueryBuilder {
  const query = db('firing_entities as f')
    .join('entities as e', 'e.entity_ref', 'f.entity_ref')
    .whereNull('f.ends_at');
  restrictToVisible(query, options.visible);
  return query;
}

/**
 * What fires now, in four queries: those that may page first, then the latest first.
 *
 * @param firing - of {@link queryFiring}
 */
export async function readFiringAlerts(
  db: Knex,
  firing: Knex.QueryBuilder,
  options: { limit: number; visible: VisibleEntities },
): Promise<FiringAlert[]> {
  const rows: FiringRow[] = await firing
    .clone()
    .join('firings as w', 'w.key', 'f.firing_key')
    .join('alerts as a', {
      'a.alert': 'f.alert',
      'a.entity_ref': 'f.entity_ref',
    })
    .orderBy([
      { column: 'f.may_page', order: 'desc' },
      { column: 'f.starts_at', order: 'desc' },
      { column: 'f.alert' },
      { column: 'f.entity_ref' },
      { column: 'f.firing_key' },
    ])
    .limit(options.limit)
    .select(
      'f.entity_ref',
      'f.alert',
      'f.starts_at',
      'f.may_page',
      'w.severity',
      'w.details',
      'a.runbook_id',
    );
  const [runbooks, uses] = await Promise.all([
    readRunbooks(
      db,
      rows.map(row => row.runbook_id),
      options,
    ),
    readUses(db, rows),
  ]);
  return rows.map(row => toFiring(row, runbooks, uses));
}

async function readUses(
  db: Knex,
  rows: readonly FiringRow[],
): Promise<UseUnderWay[]> {
  if (rows.length === 0) {
    return [];
  }
  const query = db<DbUseRow>('uses')
    .whereNull('finished_at')
    .orderBy(['started_at', 'id'])
    .select('id', 'entity_ref', 'runbook_id', 'alert');
  whereOneOf(query, 'entity_ref', [
    ...new Set(rows.map(({ entity_ref: ref }) => ref)),
  ]);
  return query;
}

function toFiring(
  row: FiringRow,
  runbooks: ReadonlyMap<string, RunbookSummary>,
  uses: readonly UseUnderWay[],
): FiringAlert {
  const runbook = row.runbook_id ? runbooks.get(row.runbook_id) : undefined;
  const use = uses.find(
    ({ entity_ref: ref, runbook_id: id, alert }) =>
      ref === row.entity_ref &&
      id === runbook?.id &&
      (alert === null || alert === row.alert),
  );
  const { labels, summary, url, dashboardUrls } = readDetails(row);
  return {
    alert: row.alert,
    entityRef: row.entity_ref,
    since: isoTime(row.starts_at),
    labels,
    ...(row.severity && { severity: row.severity }),
    mayPage: Boolean(row.may_page),
    ...(summary && { summary }),
    ...(url && { url }),
    dashboardUrls,
    ...(runbook && { runbook: toLink(runbook) }),
    ...(use && { useId: use.id }),
  };
}
