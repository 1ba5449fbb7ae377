import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  WAIVER_SIDES,
  WAIVER_STATES,
  WaiverSide,
  WaiverState,
} from '@fairlead/backstage-plugin-scorecards-common';
import { WaiversQuery } from '../../api';

/** What the list of waivers shows, as it stands in the address. */
export interface WaiverFilters {
  scorecard?: string;
  check?: string;
  /** As typed: of a component the kind may be left out. */
  entity?: string;
  state?: WaiverState;
  /** As typed: of a user the kind may be left out. */
  asker?: string;
  missing?: WaiverSide;
  inForce?: 'yes' | 'no';
  waitingFor?: 'me';
}

/** The values that a filter takes; any text where there are none. */
const FILTERS: Record<keyof WaiverFilters, readonly string[] | undefined> = {
  scorecard: undefined,
  check: undefined,
  entity: undefined,
  state: WAIVER_STATES,
  asker: undefined,
  missing: WAIVER_SIDES,
  inForce: ['yes', 'no'],
  waitingFor: ['me'],
};

/** Reads the filters out of an address; what is not a filter is ignored. */
export function readWaiverFilters(search: URLSearchParams): WaiverFilters {
  const filters: Record<string, string> = {};
  for (const [name, values] of Object.entries(FILTERS)) {
    const value = search.get(name);
    if (value && (values === undefined || values.includes(value))) {
      filters[name] = value;
    }
  }
  return filters;
}

/** Writes filters into an address and keeps all else that stands there. */
export function writeWaiverFilters(
  search: URLSearchParams,
  change: WaiverFilters,
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

/** No filter at all, to be written over those there are. */
export const NO_WAIVER_FILTERS: WaiverFilters = Object.fromEntries(
  Object.keys(FILTERS).map(name => [name, undefined]),
);

/** What the backend is asked for. */
export function toWaiversQuery(filters: WaiverFilters): WaiversQuery {
  const { scorecard, check, entity, asker, inForce, ...same } = filters;
  return {
    ...same,
    scorecardRef: scorecard && toRef(scorecard, 'scorecard'),
    checkId: check,
    entityRef: entity && toRef(entity, 'component'),
    requestedBy: asker && toRef(asker, 'user'),
    inEffect: inForce && inForce === 'yes',
  };
}

/** A ref as the backend knows it; a text that is none goes as it is, and the backend says what is wrong with it. */
function toRef(text: string, defaultKind: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text.trim(), { defaultKind }));
  } catch {
    return text;
  }
}
