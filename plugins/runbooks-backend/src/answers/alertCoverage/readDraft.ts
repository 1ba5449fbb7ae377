import {
  Entity,
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
} from '@backstage/catalog-model';
import {
  createRunbookDraft,
  RunbookDraftAnswer,
  RunbookDraftInput,
} from '@fairlead/backstage-plugin-runbooks-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import {
  assertVisibleEntity,
  restrictToVisible,
  VisibleEntities,
} from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { isoTime } from '../../database/isoTime';
import {
  DbAlertRow,
  DbEntityRow,
  DbFiringRow,
  DbIncidentRow,
} from '../../database/tables';
import { readDetails } from '../../records/alerts';
import { findPlace } from './findPlace';

/** As many past incidents as help somebody who writes. */
const MOST_INCIDENTS = 5;

const DEPENDENCIES = [RELATION_DEPENDS_ON, RELATION_CONSUMES_API];

type LastFiring = Pick<DbAlertRow, 'alert' | 'entity_ref' | 'may_page_until'> &
  Pick<DbFiringRow, 'severity' | 'details'>;

/** The files of a runbook for an alert, from what is known of it and of the entity, as far as the caller may read that. */
export async function readDraft(
  db: Knex,
  query: { alert: string; entity?: string },
  options: { visible: VisibleEntities },
): Promise<RunbookDraftAnswer> {
  const { alert } = query;
  const { visible } = options;
  if (query.entity) {
    await assertVisibleEntity(db, query.entity, visible);
  }
  const last = await readLastFiring(db, query, visible);
  const entityRef = query.entity ?? last?.entity_ref;
  const row = entityRef
    ? await db<DbEntityRow>('entities').where('entity_ref', entityRef).first()
    : undefined;
  const entity: Entity | undefined = row && JSON.parse(row.entity);
  const [dependencies, pastIncidents] = entity
    ? await Promise.all([
        readDependencies(db, entity, visible),
        readIncidents(db, { alert, entityRef: entityRef! }),
      ])
    : [[], []];
  const draft = createRunbookDraft({
    alertName: alert,
    ...(entityRef && { entityRef }),
    ...(row?.owner_ref && { ownerRef: row.owner_ref }),
    ...(last && describeFiring(last)),
    dependencies,
    pastIncidents,
  });
  const place = findPlace(entity);
  return {
    files: draft.files.map(({ path, text }) => ({
      path: `${place.directory}${path}`,
      text,
    })),
    ...(place.editUrl && { editUrl: place.editUrl }),
  };
}

/** The last firing of the alert, on the entity or on any that the caller may read. */
async function readLastFiring(
  db: Knex,
  { alert, entity }: { alert: string; entity?: string },
  visible: VisibleEntities,
): Promise<LastFiring | undefined> {
  const query = db('firing_entities as f')
    .join('entities as e', 'e.entity_ref', 'f.entity_ref')
    .join('firings as w', 'w.key', 'f.firing_key')
    .join('alerts as a', {
      'a.alert': 'f.alert',
      'a.entity_ref': 'f.entity_ref',
    })
    .where('f.alert', alert)
    .orderBy([
      { column: 'f.starts_at', order: 'desc' },
      { column: 'f.entity_ref' },
      { column: 'f.firing_key' },
    ])
    .first(
      'a.alert',
      'a.entity_ref',
      'a.may_page_until',
      'w.severity',
      'w.details',
    );
  if (entity) {
    query.where('f.entity_ref', entity);
  }
  restrictToVisible(query, visible);
  return query;
}

function describeFiring(last: LastFiring): Partial<RunbookDraftInput> {
  const { dashboardUrls, labels, summary } = readDetails(last);
  return {
    labels,
    ...(summary && { summary }),
    ...(last.severity && { severity: last.severity }),
    ...(Number(last.may_page_until) > 0 && { tier: 'critical' as const }),
    dashboards: dashboardUrls.map(url => ({ title: url, url })),
  };
}

async function readDependencies(
  db: Knex,
  entity: Entity,
  visible: VisibleEntities,
): Promise<string[]> {
  const refs = (entity.relations ?? [])
    .filter(({ type }) => DEPENDENCIES.includes(type))
    .map(({ targetRef }) => targetRef);
  const query = db('entities as e').orderBy('e.entity_ref');
  whereOneOf(query, 'e.entity_ref', refs);
  restrictToVisible(query, visible);
  return query.pluck('e.entity_ref');
}

/** The last incidents of the entity that this alert opened. */
async function readIncidents(
  db: Knex,
  { alert, entityRef }: { alert: string; entityRef: string },
): Promise<NonNullable<RunbookDraftInput['pastIncidents']>> {
  const rows: DbIncidentRow[] = await db('incidents as i')
    .join('incident_entities as a', 'a.incident_key', 'i.key')
    .where('a.entity_ref', entityRef)
    .orderBy('i.opened_at', 'desc')
    .limit(100)
    .select('i.*');
  return rows
    .filter(({ details }) => {
      const { alerts = [] }: { alerts?: string[] } = JSON.parse(details);
      return alerts.includes(alert);
    })
    .slice(0, MOST_INCIDENTS)
    .map(({ title, url, opened_at: openedAt }) => ({
      title: title ?? 'An incident without a title',
      ...(url && { url }),
      ...(openedAt !== null && { at: isoTime(openedAt) }),
    }));
}
