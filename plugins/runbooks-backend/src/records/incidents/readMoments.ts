import {
  IncidentMoment,
  IncidentMoments,
  INCIDENT_MOMENTS,
  mergeMoments,
} from '@fairlead/backstage-plugin-runbooks-common';
import { DbIncidentRow, DbToldMomentRow } from '../../database/tables';
import { MOMENT_COLUMNS } from './readIncident';

/** What is known of the course of an incident, from its source and from people. */
export function readMoments(
  row: DbIncidentRow,
  told: readonly Pick<DbToldMomentRow, 'moment' | 'at'>[],
): IncidentMoments {
  const bySource: Partial<Record<IncidentMoment, number>> = {};
  for (const moment of INCIDENT_MOMENTS) {
    const at = row[MOMENT_COLUMNS[moment]];
    if (at !== null) {
      bySource[moment] = Number(at);
    }
  }
  return mergeMoments(
    bySource,
    Object.fromEntries(told.map(({ moment, at }) => [moment, Number(at)])),
  );
}
