import { IncidentMoment } from '../api';

/** When something happened in an incident, and who told it. @public */
export interface KnownMoment {
  /** Milliseconds since the epoch. */
  at: number;
  toldBy: 'source' | 'person';
}

/** What is known of an incident's course. @public */
export type IncidentMoments = Partial<Record<IncidentMoment, KnownMoment>>;

/** All moments, in the order in which they usually come. @public */
export const INCIDENT_MOMENTS: readonly IncidentMoment[] = [
  'started',
  'detected',
  'acknowledged',
  'mitigated',
  'resolved',
  'published',
];

/** Which moment cannot lie before which. Whoever takes it on may do so before or after the harm is over. */
const BEFORE: readonly (readonly [IncidentMoment, IncidentMoment])[] = [
  ['started', 'detected'],
  ['started', 'mitigated'],
  ['started', 'resolved'],
  ['detected', 'acknowledged'],
  ['detected', 'mitigated'],
  ['detected', 'resolved'],
  ['acknowledged', 'resolved'],
  ['mitigated', 'resolved'],
  ['resolved', 'published'],
];

/** A moment that another one contradicts. @public */
export interface Disorder {
  other: IncidentMoment;
  /** Whether the other one should be earlier. */
  isAfter: boolean;
  /** Milliseconds since the epoch, of the other one. */
  at: number;
}

/** What contradicts that a moment was at that time; undefined where nothing does. @public */
export function findDisorder(
  moments: IncidentMoments,
  told: { moment: IncidentMoment; at: number },
): Disorder | undefined {
  for (const [earlier, later] of BEFORE) {
    const other = told.moment === earlier ? later : earlier;
    const known = moments[other];
    if (known && (told.moment === earlier || told.moment === later)) {
      const isAfter = told.moment === later;
      if (isAfter ? known.at > told.at : known.at < told.at) {
        return { other, isAfter, at: known.at };
      }
    }
  }
  return undefined;
}

/** A source's word outranks a person's. @public */
export function mergeMoments(
  bySource: Partial<Record<IncidentMoment, number>>,
  byPeople: Partial<Record<IncidentMoment, number>>,
): IncidentMoments {
  const merged: IncidentMoments = {};
  for (const moment of INCIDENT_MOMENTS) {
    const [source, person] = [bySource[moment], byPeople[moment]];
    if (source !== undefined) {
      merged[moment] = { at: source, toldBy: 'source' };
    } else if (person !== undefined) {
      merged[moment] = { at: person, toldBy: 'person' };
    }
  }
  return merged;
}
