import { CoverageQuery } from '../api';
import { useFilters } from '../listTable';

const YES_OR_NO = ['true', 'false'] as const;

const ALLOWED = {
  q: true,
  owner: true,
  entity: true,
  covered: YES_OR_NO,
  mayPage: YES_OR_NO,
} as const;

/** Which alerts are listed, as the address says. */
export function useCoverageFilters() {
  const { filters, ...rest } = useFilters<keyof typeof ALLOWED>(ALLOWED);
  const { q, owner, entity } = filters;
  const query: CoverageQuery = {
    q,
    owner,
    entity,
    covered: toBoolean(filters.covered),
    mayPage: toBoolean(filters.mayPage),
  };
  return { filters, query, ...rest };
}

function toBoolean(value: string | undefined): boolean | undefined {
  return value === undefined ? undefined : value === 'true';
}
