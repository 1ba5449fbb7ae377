import { whereOneOf } from '@fairlead/bulk-sql';
import { restrictToVisible, VisibleEntities } from '@fairlead/catalog-copy';
import {
  computeStageClocks,
  FollowUpTimes,
  IncidentMoments,
  JudgedLearning,
  judgeLearning,
  ReviewPolicy,
  StageClock,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Knex } from 'knex';
import {
  DbFollowUpRow,
  DbIncidentEntityRow,
  DbIncidentRow,
  DbLinkedChangeRow,
  DbReviewRow,
  DbToldMomentRow,
} from '../../database/tables';
import { IncidentDetails, readMoments } from '../../records/incidents';

/** An incident with what is computed of it. Times are milliseconds since the epoch. */
export interface IncidentState {
  row: DbIncidentRow;
  details: IncidentDetails;
  openedAt: number;
  /** Those that may be seen. */
  entityRefs: string[];
  moments: IncidentMoments;
  stages: StageClock[];
  judged: JudgedLearning;
  foundBy?: 'alert' | 'person';
  /** Those of the source, and those of people. */
  followUps: FollowUpTimes[];
}

/** What incidents are computed with. */
export interface IncidentScope {
  now: number;
  policy: ReviewPolicy;
  visible: VisibleEntities;
}

/**
 * Incidents with all that is computed of them, the latest first.
 *
 * @param restrict - restricts the query of `incidents as i`
 */
export async function readIncidentStates(
  db: Knex,
  restrict: (query: Knex.QueryBuilder) => void,
  scope: IncidentScope,
): Promise<IncidentState[]> {
  const query = db('incidents as i')
    .select('i.*')
    .where(restrict)
    .orderBy([
      { column: 'i.opened_at', order: 'desc' },
      { column: 'i.key', order: 'desc' },
    ]);
  const rows: DbIncidentRow[] = await query;
  const beside = await readBeside(
    db,
    rows.map(({ key }) => key),
    scope.visible,
  );
  return rows.map(row => toState(row, beside, scope));
}

/** What stands in other tables, by the keys of incidents. */
interface Beside {
  entityRefs: Map<string, DbIncidentEntityRow[]>;
  told: Map<string, DbToldMomentRow[]>;
  reviews: Map<string, Pick<DbReviewRow, 'nothing_told_at'>[]>;
  changes: Map<string, Pick<DbLinkedChangeRow, 'told_at'>[]>;
  followUps: Map<
    string,
    Pick<DbFollowUpRow, 'created_at' | 'due_at' | 'closed_at'>[]
  >;
}

async function readBeside(
  db: Knex,
  keys: readonly string[],
  visible: VisibleEntities,
): Promise<Beside> {
  const entities = db('incident_entities as a')
    .join('entities as e', 'e.entity_ref', 'a.entity_ref')
    .select('a.incident_key', 'a.entity_ref')
    .orderBy('a.entity_ref');
  restrictToVisible(entities, visible);
  const told = db('told_moments as a').select('a.*');
  const reviews = db('reviews as a').select(
    'a.incident_key',
    'a.nothing_told_at',
  );
  const changes = db('linked_changes as a').select(
    'a.incident_key',
    'a.told_at',
  );
  const followUps = db('follow_ups as a').select(
    'a.incident_key',
    'a.created_at',
    'a.due_at',
    'a.closed_at',
  );
  for (const query of [entities, told, reviews, changes, followUps]) {
    whereOneOf(query, 'a.incident_key', keys);
  }
  const groups = await Promise.all(
    [entities, told, reviews, changes, followUps].map(async query =>
      groupByIncident(await query),
    ),
  );
  return {
    entityRefs: groups[0] as Beside['entityRefs'],
    told: groups[1] as Beside['told'],
    reviews: groups[2] as Beside['reviews'],
    changes: groups[3] as Beside['changes'],
    followUps: groups[4] as Beside['followUps'],
  };
}

function groupByIncident(
  rows: readonly { incident_key: string }[],
): Map<string, unknown[]> {
  const groups = new Map<string, unknown[]>();
  for (const row of rows) {
    const group = groups.get(row.incident_key);
    if (group) {
      group.push(row);
    } else {
      groups.set(row.incident_key, [row]);
    }
  }
  return groups;
}

function toState(
  row: DbIncidentRow,
  beside: Beside,
  { now, policy }: IncidentScope,
): IncidentState {
  const { key } = row;
  const details: IncidentDetails = JSON.parse(row.details);
  const moments = readMoments(row, beside.told.get(key) ?? []);
  const judged = judgeLearning(
    {
      severity: row.severity ?? undefined,
      resolvedAt: moments.resolved?.at,
      publishedAt: moments.published?.at,
      changedAt: readChangedAt(
        beside.changes.get(key) ?? [],
        beside.reviews.get(key)?.[0],
      ),
    },
    { now, policy },
  );
  return {
    row,
    details,
    openedAt: Number(row.opened_at),
    entityRefs: (beside.entityRefs.get(key) ?? []).map(
      ({ entity_ref: ref }) => ref,
    ),
    moments,
    stages: computeStageClocks(moments, {
      now,
      isReviewAsked: judged.isAsked,
    }),
    judged,
    ...readFoundBy(row, details),
    followUps: [
      ...details.followUps,
      ...(beside.followUps.get(key) ?? []).map(followUp => ({
        createdAt: Number(followUp.created_at),
        ...(followUp.due_at !== null && { dueAt: Number(followUp.due_at) }),
        ...(followUp.closed_at !== null && {
          closedAt: Number(followUp.closed_at),
        }),
      })),
    ],
  };
}

/** When the first change was linked, or somebody said why nothing is to change. */
function readChangedAt(
  changes: readonly Pick<DbLinkedChangeRow, 'told_at'>[],
  review: Pick<DbReviewRow, 'nothing_told_at'> | undefined,
): number | undefined {
  const times = [
    ...changes.map(change => Number(change.told_at)),
    ...(review && review.nothing_told_at !== null
      ? [Number(review.nothing_told_at)]
      : []),
  ];
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** As the source tells; one that alerts opened was found by them. */
function readFoundBy(
  row: DbIncidentRow,
  details: IncidentDetails,
): Pick<IncidentState, 'foundBy'> {
  if (row.found_by !== null) {
    return { foundBy: row.found_by };
  }
  return details.alerts.length > 0 ? { foundBy: 'alert' } : {};
}
