import {
  MEASURE_DEFINITIONS,
  MeasureId,
  OwnershipView,
} from '@fairlead/backstage-plugin-delivery-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** How far back one can look, in days. */
export const WINDOW_DAYS = [30, 90, 180, 365] as const;

/** What a reader of the portal page looks at. */
export interface PortalChoices {
  days: (typeof WINDOW_DAYS)[number];
  view: OwnershipView;
  /** By which the teams stand side by side. */
  measure: MeasureId;
  /** Part of a team's name. */
  team?: string;
  /** From 1. */
  page: number;
}

/** The choices of the portal page, kept in the address so that they survive a reload and can be sent to others. */
export function usePortalChoices() {
  const [search, setSearch] = useSearchParams();
  const choices = useMemo(() => readChoices(search), [search]);
  const choose = useCallback(
    (change: Partial<PortalChoices>) =>
      setSearch(current => writeChoices(current, change), { replace: true }),
    [setSearch],
  );
  return { choices, choose };
}

function readChoices(search: URLSearchParams): PortalChoices {
  const measure = MEASURE_DEFINITIONS.find(
    ({ id }) => id === search.get('measure'),
  );
  return {
    days: WINDOW_DAYS.find(days => String(days) === search.get('days')) ?? 90,
    view: search.get('view') === 'now' ? 'now' : 'then',
    measure: measure?.id ?? 'leadTime',
    team: search.get('team') ?? undefined,
    page: Math.max(1, Math.floor(Number(search.get('page')) || 1)),
  };
}

function writeChoices(
  search: URLSearchParams,
  change: Partial<PortalChoices>,
): URLSearchParams {
  const next = new URLSearchParams(search);
  // Another filter starts again at the first page.
  for (const [name, value] of Object.entries({ page: undefined, ...change })) {
    if (value === undefined || value === '') {
      next.delete(name);
    } else {
      next.set(name, String(value));
    }
  }
  return next;
}
