import { IncidentDetail } from '@fairlead/backstage-plugin-runbooks-common';
import { DateTime } from 'luxon';
import { IncidentsQuery } from '../../api';
import { useFilters } from '../../listTable';

/** How far back one can look, in days. */
export const WINDOW_DAYS = [30, 90, 180, 365] as const;

/** Shown where the address says nothing. */
const DEFAULT_DAYS = 90;

export const LEARNING_STATES = [
  'open',
  'late',
  'closed',
  'not-asked',
] as const satisfies readonly IncidentDetail['learning']['state'][];

const ALLOWED = {
  days: WINDOW_DAYS.map(String),
  owner: true,
  entity: true,
  open: ['true', 'false'],
  learning: LEARNING_STATES,
} as const;

/** Which incidents are listed, as the address says. */
export function useIncidentFilters() {
  const { filters, ...rest } = useFilters<keyof typeof ALLOWED>(ALLOWED);
  const { days: chosenDays, ...narrowing } = filters;
  const days = Number(chosenDays ?? DEFAULT_DAYS);
  const query: IncidentsQuery = {
    owner: narrowing.owner,
    entity: narrowing.entity,
    learning: narrowing.learning as IncidentsQuery['learning'],
    open: narrowing.open === undefined ? undefined : narrowing.open === 'true',
    // By whole days, so that the same question is asked again and its answer is at hand.
    from: DateTime.utc().startOf('day').minus({ days }).toISO()!,
  };
  return {
    ...rest,
    filters,
    query,
    days,
    set: Object.keys(narrowing).length,
  };
}
