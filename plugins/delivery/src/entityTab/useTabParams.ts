import {
  LeadTimeStart,
  MEASURE_DEFINITIONS,
  MeasureId,
  OriginChoice,
  OwnershipView,
} from '@fairlead/backstage-plugin-delivery-common';
import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { ListedKind, LISTED_KINDS } from '../records/RecordsTable';

/** The windows offered, in days. */
export const WINDOWS = [30, 90, 180] as const;
/** The starts of a lead time offered. */
export const STARTS: readonly LeadTimeStart[] = [
  'first-commit',
  'first-push',
  'opened',
  'merged',
];

/** Whose changes can be chosen. */
export const ORIGINS = [
  'counted',
  'person',
  'agent',
  'dependency-bot',
] as const satisfies readonly OriginChoice[];

function oneOf<T>(allowed: readonly T[], value: unknown, otherwise: T): T {
  return allowed.find(candidate => String(candidate) === value) ?? otherwise;
}

/** What the reader chose on the tab, kept in the URL so that a link shows what its sender saw. */
export function useTabParams() {
  const [searchParams, setSearchParams] = useSearchParams();
  const { pathname } = useLocation();
  const set = useCallback(
    (name: string, value: string | undefined) =>
      setSearchParams(
        current => {
          const next = new URLSearchParams(current);
          next.delete(name);
          if (value !== undefined) {
            next.set(name, value);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearchParams],
  );
  const measures = MEASURE_DEFINITIONS.map(({ id }) => id);
  return {
    days: oneOf(WINDOWS, searchParams.get('days'), 90),
    start: oneOf(STARTS, searchParams.get('start'), 'first-commit'),
    origin: oneOf(ORIGINS, searchParams.get('origin'), 'counted'),
    /** Whose numbers, where the entity is a group. */
    view: oneOf<OwnershipView>(
      ['then', 'now'],
      searchParams.get('view'),
      'then',
    ),
    kind: oneOf<ListedKind | 'all'>(
      LISTED_KINDS,
      searchParams.get('kind'),
      'all',
    ),
    /** The measure whose records are opened. */
    measure: measures.find(id => id === searchParams.get('measure')),
    set,
    linkTo: (measure: MeasureId) => {
      const next = new URLSearchParams(searchParams);
      next.set('measure', measure);
      return `${pathname}?${next}`;
    },
  };
}
