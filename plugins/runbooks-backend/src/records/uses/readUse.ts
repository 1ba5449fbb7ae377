import { RunbookUse } from '@fairlead/backstage-plugin-runbooks-common';
import { isoTime } from '../../database/isoTime';
import { DbUseRow } from '../../database/tables';

/** A use as it is told; nobody is named. */
export function readUse(row: DbUseRow): RunbookUse {
  return {
    id: row.id,
    runbookId: row.runbook_id,
    title: row.title,
    ...(row.entity_ref !== null && { entityRef: row.entity_ref }),
    purpose: row.purpose,
    ...(row.incident_key !== null && { incidentId: row.incident_key }),
    ...(row.alert !== null && { alert: row.alert }),
    labels: JSON.parse(row.labels),
    byAgent: Boolean(row.by_agent),
    startedAt: isoTime(row.started_at),
    ...(row.finished_at !== null && { finishedAt: isoTime(row.finished_at) }),
    ...(row.outcome !== null && { outcome: row.outcome }),
    ...(row.note !== null && { note: row.note }),
    links: JSON.parse(row.links),
    steps: JSON.parse(row.steps),
    revision: row.revision,
  };
}
