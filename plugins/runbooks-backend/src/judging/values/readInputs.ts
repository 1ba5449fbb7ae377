import {
  CountedAlert,
  EntityRunbookValues,
  RunbookHealth,
} from '@fairlead/backstage-plugin-runbooks-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import {
  DbAlertRow,
  DbRunbookEntityRow,
  DbRunbookRow,
} from '../../database/tables';
import { ValuesInput } from './computeValues';
import { IncidentValues } from './IncidentValues';

const NO_INCIDENTS: EntityRunbookValues['incidents'] = {
  learning: { asked: 0, closed: 0 },
  openFollowUps: 0,
  overdueFollowUps: 0,
  foundByAlert: { n: 0, found: 0 },
};

/** Reads what the values of these entities are made of. */
export async function readInputs(
  db: Knex,
  entityRefs: readonly string[],
  options: { incidents: IncidentValues },
): Promise<(entityRef: string) => ValuesInput> {
  const alertsQuery = db<DbAlertRow>('alerts').select('*');
  whereOneOf(alertsQuery, 'entity_ref', entityRefs);
  const alerts: DbAlertRow[] = await alertsQuery;
  const servingQuery = db<DbRunbookEntityRow>('runbook_entities').select(
    'entity_ref',
    'runbook_id',
  );
  whereOneOf(servingQuery, 'entity_ref', entityRefs);
  const serving: Pick<DbRunbookEntityRow, 'entity_ref' | 'runbook_id'>[] =
    await servingQuery;
  const idsOf = groupIds([...serving, ...alerts]);
  const runbooks = await readRunbooks(db, [
    ...new Set([...idsOf.values()].flatMap(ids => [...ids])),
  ]);
  const alertsOf = groupAlerts(alerts);
  const incidents = await options.incidents.ofEntities(entityRefs);
  return entityRef => ({
    alerts: (alertsOf.get(entityRef) ?? []).map((row): CountedAlert => {
      const runbook = row.runbook_id && runbooks.get(row.runbook_id);
      return {
        alert: row.alert,
        firesUntil: Number(row.fires_until),
        mayPageUntil: Number(row.may_page_until),
        ...(runbook && { resolves: runbook.resolves }),
      };
    }),
    health: [...(idsOf.get(entityRef) ?? [])].flatMap(id => {
      const runbook = runbooks.get(id);
      return runbook
        ? [JSON.parse(runbook.health) as Partial<RunbookHealth>]
        : [];
    }),
    incidents: incidents.get(entityRef) ?? NO_INCIDENTS,
  });
}

async function readRunbooks(
  db: Knex,
  ids: readonly string[],
): Promise<Map<string, Pick<DbRunbookRow, 'id' | 'resolves' | 'health'>>> {
  const query = db<DbRunbookRow>('runbooks').select('id', 'resolves', 'health');
  whereOneOf(query, 'id', ids);
  const rows: Pick<DbRunbookRow, 'id' | 'resolves' | 'health'>[] = await query;
  return new Map(rows.map(row => [row.id, row]));
}

function groupIds(
  rows: readonly { entity_ref: string; runbook_id: string | null }[],
): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const { entity_ref: ref, runbook_id: id } of rows) {
    if (id !== null) {
      groups.set(ref, (groups.get(ref) ?? new Set()).add(id));
    }
  }
  return groups;
}

function groupAlerts(rows: readonly DbAlertRow[]): Map<string, DbAlertRow[]> {
  const groups = new Map<string, DbAlertRow[]>();
  for (const row of rows) {
    groups.set(row.entity_ref, [...(groups.get(row.entity_ref) ?? []), row]);
  }
  return groups;
}
