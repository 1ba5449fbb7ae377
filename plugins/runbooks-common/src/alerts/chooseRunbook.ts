import { HealthState, RunbookOrigin } from '../api';
import { pageKeyOf } from '../registry';
import { countLiterals, isPattern, matchesPattern } from './matchesPattern';

/** A runbook that may be the one for an alert on an entity. @public */
export interface RunbookCandidate {
  id: string;
  /** The names of alerts that it is for, with globs; none for a runbook that is none of the catalog. */
  patterns: readonly string[];
  /** It is an entity of the kind `Runbook`. */
  isEntity: boolean;
  /** Where it is said that it serves the entity; empty where nothing says so. */
  origins: readonly RunbookOrigin[];
  /** It says of no entity that it serves that one. */
  servesNone: boolean;
  /** The same for all spellings of its URL. */
  urlKey?: string;
  resolves: HealthState;
}

/** The alert that a runbook is looked for. @public */
export interface AlertToChooseFor {
  /** Absent for whatever may happen to the entity. */
  name?: string;
  /** Of the URL that it tells, the same for all spellings. */
  toldKey?: string;
}

/** How close a runbook fits, closest first. */
const FITS = [
  'exactly-here',
  'by-glob-here',
  'by-name',
  'told',
  'annotation',
  'link',
  'general',
  'for-alerts',
] as const;

interface Fit {
  candidate: RunbookCandidate;
  rank: number;
  /** Of a name: how much of it is fixed. */
  literals: number;
}

/**
 * The runbooks for an alert on an entity, best first; those that are not for it are left out.
 *
 * @remarks
 *
 * A `Runbook` that names the alert and serves the entity comes before one that names it by a glob, of which the one that
 * leaves least open is closer, then one that names it and serves nothing in particular. Behind these stand the URL that the
 * alert tells, the annotation and the links of the entity, and last a `Runbook` that serves the entity and names no alerts.
 * Where no alert is asked for, those that are for certain ones stand behind these. Where several fit alike, one that resolves comes first, and then the lower id, so that the same is chosen each time.
 *
 * @public
 */
export function rankRunbooks<TCandidate extends RunbookCandidate>(
  alert: AlertToChooseFor,
  candidates: readonly TCandidate[],
): TCandidate[] {
  return candidates
    .flatMap(candidate => fitOf(alert, candidate) ?? [])
    .sort(compareFits)
    .map(({ candidate }) => candidate as TCandidate);
}

/** The best of {@link rankRunbooks}. @public */
export function chooseRunbook<TCandidate extends RunbookCandidate>(
  alert: AlertToChooseFor,
  candidates: readonly TCandidate[],
): TCandidate | undefined {
  return rankRunbooks(alert, candidates)[0];
}

function fitOf(
  alert: AlertToChooseFor,
  candidate: RunbookCandidate,
): Fit | undefined {
  const named = alert.name && closestPattern(alert.name, candidate.patterns);
  const fit = (name: (typeof FITS)[number], literals = 0): Fit => ({
    candidate,
    rank: FITS.indexOf(name),
    literals,
  });
  const serves = candidate.origins.includes('entity');
  if (named && serves) {
    return isPattern(named)
      ? fit('by-glob-here', countLiterals(named))
      : fit('exactly-here');
  }
  if (named && candidate.servesNone) {
    // A name without globs leaves nothing open.
    return fit('by-name', isPattern(named) ? countLiterals(named) : Infinity);
  }
  if (isTold(alert, candidate)) {
    return fit('told');
  }
  if (candidate.origins.includes('annotation')) {
    return fit('annotation');
  }
  if (candidate.origins.includes('link')) {
    return fit('link');
  }
  if (candidate.isEntity && serves && candidate.patterns.length === 0) {
    return fit('general');
  }
  return serves && alert.name === undefined ? fit('for-alerts') : undefined;
}

/** A section of a page may be told, and the page be the runbook. */
function isTold(
  { toldKey }: AlertToChooseFor,
  { urlKey }: RunbookCandidate,
): boolean {
  return (
    toldKey !== undefined &&
    (urlKey === toldKey || urlKey === pageKeyOf(toldKey))
  );
}

/** The pattern that leaves least of the name open. */
function closestPattern(
  name: string,
  patterns: readonly string[],
): string | undefined {
  const closeness = (pattern: string) =>
    isPattern(pattern) ? countLiterals(pattern) : Infinity;
  return patterns
    .filter(pattern => matchesPattern(name, pattern))
    .sort((a, b) => compare(closeness(b), closeness(a)) || compare(a, b))[0];
}

function compareFits(a: Fit, b: Fit): number {
  return (
    a.rank - b.rank ||
    compare(b.literals, a.literals) ||
    Number(b.candidate.resolves === 'ok') -
      Number(a.candidate.resolves === 'ok') ||
    compare(a.candidate.id, b.candidate.id)
  );
}

function compare<T extends number | string>(a: T, b: T): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
