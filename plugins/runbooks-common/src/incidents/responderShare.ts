import { ResponderShare } from '../api';

/** Of fewer incidents, numbers would be about a person. */
const ENOUGH = 5;

/** More than half hangs on one. */
const MUCH = 0.5;

/**
 * How much of a team's incidents hangs on one person: the share in which the most frequent responder took part, and how
 * many others there are. Nobody is named.
 *
 * @param incidents - the responders of each that was resolved
 * @returns null where less than five tell who responded
 * @public
 */
export function computeResponderShare(
  incidents: readonly (readonly string[])[],
): ResponderShare | null {
  const known = incidents.filter(responders => responders.length > 0);
  if (known.length < ENOUGH) {
    return null;
  }
  const counts = new Map<string, number>();
  for (const responders of known) {
    for (const responder of new Set(responders)) {
      counts.set(responder, (counts.get(responder) ?? 0) + 1);
    }
  }
  const share = Math.max(...counts.values()) / known.length;
  const others = counts.size - 1;
  return {
    n: known.length,
    share,
    others,
    ...(share > MUCH && { suggestion: suggest(others) }),
  };
}

function suggest(others: number): string {
  return others === 0
    ? 'Have whoever is on call next join the most frequent responder in the next incident: nobody else has resolved one yet'
    : 'Have whoever is on call next lead the next incident, with the most frequent responder at their side';
}
