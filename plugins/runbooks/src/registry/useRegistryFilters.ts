import {
  HEALTH_PARTS,
  HEALTH_STATES,
  RUNBOOK_TIERS,
} from '@fairlead/backstage-plugin-runbooks-common';
import { RunbooksQuery } from '../api';
import { useFilters } from '../listTable';

const ALLOWED = {
  q: true,
  alert: true,
  owner: true,
  entity: true,
  tier: RUNBOOK_TIERS,
  part: HEALTH_PARTS,
  state: HEALTH_STATES,
} as const;

/** Which runbooks are listed, as the address says. */
export function useRegistryFilters() {
  const { filters, ...rest } = useFilters<keyof typeof ALLOWED>(ALLOWED);
  return { filters: filters as RunbooksQuery, ...rest };
}
