import {
  CHECK_STATUSES,
  CheckStatus,
} from '@fairlead/backstage-plugin-scorecards-common';
import { ScorecardEntitiesQuery } from '../../../api';

/** What the matrix lists, as it stands in the address. */
export type MatrixFilters = Pick<
  ScorecardEntitiesQuery,
  'owner' | 'system' | 'domain' | 'level' | 'status' | 'check' | 'text'
>;

const FILTER_NAMES = [
  'owner',
  'system',
  'domain',
  'level',
  'status',
  'check',
  'text',
] as const satisfies readonly (keyof MatrixFilters)[];

/** Reads the filters out of an address; what is not a filter is ignored. */
export function readMatrixFilters(search: URLSearchParams): MatrixFilters {
  const filters: Record<string, string> = {};
  for (const name of FILTER_NAMES) {
    const value = search.get(name);
    if (value && (name !== 'status' || isStatus(value))) {
      filters[name] = value;
    }
  }
  return filters;
}

/** Writes filters into an address and keeps all else that stands there. */
export function writeMatrixFilters(
  search: URLSearchParams,
  change: MatrixFilters,
): URLSearchParams {
  const result = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) {
    if (value) {
      result.set(name, value);
    } else {
      result.delete(name);
    }
  }
  return result;
}

/** Filters as the query part of an address, with its question mark. */
export function matrixSearch(filters: MatrixFilters): string {
  return `?${writeMatrixFilters(new URLSearchParams(), filters)}`;
}

/** No filter at all, to be written over those there are. */
export const NO_FILTERS: MatrixFilters = Object.fromEntries(
  FILTER_NAMES.map(name => [name, undefined]),
);

function isStatus(value: string): value is CheckStatus {
  return CHECK_STATUSES.some(status => status === value);
}
