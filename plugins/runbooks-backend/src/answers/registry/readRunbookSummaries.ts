import {
  HEALTH_PARTS,
  PartHealth,
  RunbookHealth,
  RunbookOrigin,
  RunbookSummary,
  titleOfAddress,
} from '@fairlead/backstage-plugin-runbooks-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { restrictToVisible, VisibleEntities } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { isoTime } from '../../database/isoTime';
import { DbRunbookAlertRow, DbRunbookRow } from '../../database/tables';

/** How many of the entities that it serves are named with a runbook. */
const SERVES_SHOWN = 10;

/** The strongest first. */
const ORIGINS: readonly RunbookOrigin[] = [
  'entity',
  'annotation',
  'link',
  'alert',
];

interface Served {
  runbook_id: string;
  entity_ref: string;
  origin_rank: number | string;
  title: string | null;
  owner_ref: string | null;
  total: number | string;
}

const NOT_JUDGED: PartHealth = {
  state: 'unknown',
  reason: 'It was not looked at yet; that takes a minute or two',
};

/**
 * Runbooks as lists show them, in the order in which they are given. What a runbook serves, what it is called and whose it
 * is are told as far as the caller may read who says so.
 *
 * @param runbooks - whole rows of runbooks that the caller may read
 */
export async function readRunbookSummaries(
  db: Knex,
  runbooks: readonly DbRunbookRow[],
  options: { visible: VisibleEntities },
): Promise<RunbookSummary[]> {
  if (runbooks.length === 0) {
    return [];
  }
  const ids = runbooks.map(({ id }) => id);
  const [served, alerts] = await Promise.all([
    readServed(db, ids, options.visible),
    readAlerts(db, ids),
  ]);
  return runbooks.map(row =>
    toSummary(row, {
      served: served.get(row.id) ?? [],
      alerts: alerts.get(row.id) ?? [],
      seesAll: options.visible === 'all',
    }),
  );
}

function toSummary(
  row: DbRunbookRow,
  {
    served,
    alerts,
    seesAll,
  }: { served: Served[]; alerts: string[]; seesAll: boolean },
): RunbookSummary {
  const isEntity = row.entity_ref !== null;
  const told = isEntity || seesAll;
  const ownerRef = told
    ? row.owner_ref
    : served.find(one => one.owner_ref)?.owner_ref;
  return {
    id: row.id,
    title: told
      ? row.title
      : served.find(one => one.title)?.title ??
        titleOfAddress({ key: row.key }),
    from: isEntity ? 'entity' : ORIGINS[Number(served[0]?.origin_rank ?? 3)],
    ...(row.entity_ref && { entityRef: row.entity_ref }),
    ...(ownerRef && { ownerRef }),
    tier: row.tier,
    alerts,
    serves: served.map(one => one.entity_ref),
    servesCount: Number(served[0]?.total ?? 0),
    ...(row.url && { url: row.url }),
    health: readHealth(row),
    ...(row.verified_at !== null && { verifiedAt: isoTime(row.verified_at) }),
    ...(row.used_at !== null && { usedAt: isoTime(row.used_at) }),
  };
}

function readHealth({ health }: DbRunbookRow): RunbookHealth {
  const stored: Partial<RunbookHealth> = JSON.parse(health);
  return Object.fromEntries(
    HEALTH_PARTS.map(part => [part, stored[part] ?? NOT_JUDGED]),
  ) as RunbookHealth;
}

/** The first entities that each runbook serves and that the caller may read, those that name it first, and how many. */
async function readServed(
  db: Knex,
  ids: string[],
  visible: VisibleEntities,
): Promise<Map<string, Served[]>> {
  const each = db('runbook_entities as s')
    .join('entities as e', 'e.entity_ref', 's.entity_ref')
    .select(
      's.runbook_id',
      's.entity_ref',
      db.raw(
        `min(case s.origin ${ORIGINS.map(
          (origin, rank) => `when '${origin}' then ${rank}`,
        ).join(' ')} end) as origin_rank`,
      ),
      db.raw('max(s.title) as title'),
      db.raw('max(e.owner_ref) as owner_ref'),
    )
    .groupBy('s.runbook_id', 's.entity_ref');
  whereOneOf(each, 's.runbook_id', ids);
  restrictToVisible(each, visible);
  const placed = db
    .from(each.as('each'))
    .select(
      '*',
      db.raw(
        'row_number() over (partition by runbook_id order by origin_rank, entity_ref) as place',
      ),
      db.raw('count(*) over (partition by runbook_id) as total'),
    );
  const rows: Served[] = await db
    .from(placed.as('placed'))
    .where('place', '<=', SERVES_SHOWN)
    .orderBy(['runbook_id', 'place']);
  const served = new Map<string, Served[]>();
  for (const row of rows) {
    served.set(row.runbook_id, [...(served.get(row.runbook_id) ?? []), row]);
  }
  return served;
}

async function readAlerts(
  db: Knex,
  ids: string[],
): Promise<Map<string, string[]>> {
  const query = db<DbRunbookAlertRow>('runbook_alerts').orderBy('pattern');
  whereOneOf(query, 'runbook_id', ids);
  const alerts = new Map<string, string[]>();
  for (const {
    runbook_id: id,
    pattern,
  } of (await query) as DbRunbookAlertRow[]) {
    alerts.set(id, [...(alerts.get(id) ?? []), pattern]);
  }
  return alerts;
}
