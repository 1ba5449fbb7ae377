import { whereOneOf } from '@fairlead/bulk-sql';
import { restrictToVisible } from '@fairlead/catalog-copy';
import {
  createReviewTemplate,
  FollowUpItem,
  IncidentDetail,
  IncidentMoment,
  IncidentMoments,
  IncidentSummary,
  INCIDENT_MOMENTS,
  isOverdue,
  LinkedChange,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Knex } from 'knex';
import { whereRunbookVisible } from '../../catalog/visibility';
import { isoTime } from '../../database/isoTime';
import {
  DbFollowUpRow,
  DbLinkedChangeRow,
  DbReviewRow,
  DbRunbookRow,
  DbUseRow,
} from '../../database/tables';
import { isWebUrl } from '../../records/incidents';
import { whereUseVisible } from '../../records/uses';
import { IncidentScope, IncidentState } from './readIncidentStates';

/** What the page of an incident shows beside what lists do; whether the caller may change it is not known here. */
export async function readIncidentDetail(
  db: Knex,
  state: IncidentState,
  scope: IncidentScope,
): Promise<Omit<IncidentDetail, keyof IncidentSummary>> {
  const { row, details } = state;
  const [uses, runbooks, review, changes, followUps] = await Promise.all([
    readUses(db, row.key, scope),
    readRunbooks(db, state, scope),
    db<DbReviewRow>('reviews').where('incident_key', row.key).first(),
    db<DbLinkedChangeRow>('linked_changes')
      .where('incident_key', row.key)
      .orderBy(['told_at', 'id']),
    db<DbFollowUpRow>('follow_ups')
      .where('incident_key', row.key)
      .orderBy(['created_at', 'id']),
  ]);
  const told = readReview(state, review);
  return {
    alerts: details.alerts,
    runbooks,
    uses,
    ...(told && { review: told }),
    ...(!told?.text &&
      !told?.url && {
        reviewTemplate: createReviewTemplate({
          title: row.title ?? row.key,
          ...(row.severity !== null && { severity: row.severity }),
          ...(row.url !== null && { url: row.url }),
          entityRefs: state.entityRefs,
          alerts: details.alerts,
          moments: timesOf(state.moments),
        }),
      }),
    changes: (await dropHidden(db, changes, scope)).map(toChange),
    followUps: [
      ...details.followUps.map(followUp =>
        toFollowUp(
          { title: followUp.title ?? followUp.id, ...followUp },
          { now: scope.now, fromSource: true },
        ),
      ),
      ...followUps.map(followUp =>
        toFollowUp(
          {
            id: followUp.id,
            title: followUp.title,
            url: followUp.url ?? undefined,
            createdAt: Number(followUp.created_at),
            dueAt: readNumber(followUp.due_at),
            closedAt: readNumber(followUp.closed_at),
          },
          { now: scope.now, fromSource: false },
        ),
      ),
    ],
    mayUpdate: false,
  };
}

async function readUses(
  db: Knex,
  key: string,
  { visible }: IncidentScope,
): Promise<IncidentDetail['uses']> {
  const query = db('uses as u')
    .select('u.*')
    .where('u.incident_key', key)
    .orderBy(['u.started_at', 'u.id']);
  whereUseVisible(query, visible);
  const rows: DbUseRow[] = await query;
  return rows.map(row => ({
    id: row.id,
    runbookId: row.runbook_id,
    title: row.title,
    startedAt: isoTime(row.started_at),
    ...(row.finished_at !== null && { finishedAt: isoTime(row.finished_at) }),
    ...(row.outcome !== null && { outcome: row.outcome }),
  }));
}

/** Those that were used, those of its alerts on its entities, and the one that it names. */
async function readRunbooks(
  db: Knex,
  { row, details, entityRefs }: IncidentState,
  { visible }: IncidentScope,
): Promise<IncidentDetail['runbooks']> {
  const chosen = db('alerts as a').select('a.runbook_id');
  whereOneOf(chosen, 'a.alert', details.alerts);
  whereOneOf(chosen, 'a.entity_ref', entityRefs);
  const query = db('runbooks as r')
    .select<Pick<DbRunbookRow, 'id' | 'title'>[]>('r.id', 'r.title')
    .where(either =>
      either
        .whereIn('r.id', chosen.whereNotNull('a.runbook_id'))
        .orWhereIn(
          'r.id',
          db('uses').select('runbook_id').where('incident_key', row.key),
        )
        .orWhere('r.key', details.runbookUrl ?? ''),
    )
    .orderBy(['r.title', 'r.id']);
  whereRunbookVisible(query, visible);
  return query;
}

/** Undefined where there is none yet. */
function readReview(
  { details, row, moments }: IncidentState,
  written: DbReviewRow | undefined,
): IncidentDetail['review'] {
  const url = details.reviewUrl ?? written?.url ?? undefined;
  const fromSource =
    details.reviewUrl !== undefined || row.published_at !== null;
  return written || fromSource || moments.published
    ? {
        revision: written?.revision ?? 0,
        ...(written && written.text !== null && { text: written.text }),
        ...(url !== undefined && { url }),
        ...(moments.published && {
          publishedAt: isoTime(moments.published.at),
        }),
        ...(written &&
          written.nothing_to_change !== null && {
            nothingToChange: written.nothing_to_change,
          }),
        ...(fromSource && { fromSource }),
      }
    : undefined;
}

/** Without those that name an entity which may not be seen. */
async function dropHidden(
  db: Knex,
  changes: readonly DbLinkedChangeRow[],
  { visible }: IncidentScope,
): Promise<DbLinkedChangeRow[]> {
  const refs = changes.map(({ url }) => url).filter(url => !isWebUrl(url));
  const query = db('entities as e');
  whereOneOf(query, 'e.entity_ref', refs);
  restrictToVisible(query, visible);
  const seen = new Set<string>(await query.pluck('e.entity_ref'));
  return changes.filter(({ url }) => isWebUrl(url) || seen.has(url));
}

function toChange(row: DbLinkedChangeRow): LinkedChange {
  return {
    id: row.id,
    kind: row.kind,
    url: row.url,
    ...(row.title !== null && { title: row.title }),
    at: isoTime(row.told_at),
  };
}

/** Times are milliseconds since the epoch. */
interface FollowUp {
  id: string;
  title: string;
  url?: string;
  createdAt: number;
  dueAt?: number;
  closedAt?: number;
}

function toFollowUp(
  followUp: FollowUp,
  { now, fromSource }: { now: number; fromSource: boolean },
): FollowUpItem {
  const { id, title, url, createdAt, dueAt, closedAt } = followUp;
  return {
    id,
    title,
    ...(url !== undefined && { url }),
    ...(dueAt !== undefined && { dueAt: isoTime(dueAt) }),
    createdAt: isoTime(createdAt),
    ...(closedAt !== undefined && { closedAt: isoTime(closedAt) }),
    overdue: isOverdue(followUp, now),
    fromSource,
  };
}

function timesOf(
  moments: IncidentMoments,
): Partial<Record<IncidentMoment, string>> {
  return Object.fromEntries(
    INCIDENT_MOMENTS.flatMap(moment => {
      const known = moments[moment];
      return known ? [[moment, isoTime(known.at)]] : [];
    }),
  );
}

function readNumber(value: number | string | null): number | undefined {
  return value === null ? undefined : Number(value);
}
