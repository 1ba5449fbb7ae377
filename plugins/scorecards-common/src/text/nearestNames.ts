/** More mistakes than this are another name. */
const MOST_MISTAKES = 5;

/** Longer names than this are cut before they are compared. */
const LONGEST = 100;

// Three rows of the table of distances, reused: a definition may hold a hundred names that nobody knows.
const rows = [0, 1, 2].map(() => new Uint8Array(LONGEST + 1));

/** Optimal string alignment distance; gives up beyond `limit`, most often after a few letters. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) {
    return limit + 1;
  }
  const beyond = limit + 1;
  let [beforeLast, last, current] = rows;
  for (let j = 0; j <= b.length; j += 1) {
    last[j] = Math.min(j, beyond);
  }
  for (let i = 1; i <= a.length; i += 1) {
    // Only near the diagonal can the distance be within the limit.
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    current.fill(beyond);
    current[0] = Math.min(i, beyond);
    let least = beyond;
    for (let j = from; j <= to; j += 1) {
      const substitution = a[i - 1] === b[j - 1] ? 0 : 1;
      current[j] = Math.min(
        beyond,
        last[j] + 1,
        current[j - 1] + 1,
        last[j - 1] + substitution,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
      }
      least = Math.min(least, current[j]);
    }
    if (least > limit) {
      return beyond;
    }
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return last[b.length];
}

/** The known names that someone who wrote `name` most likely meant, the nearest first. */
export function nearestNames(
  name: string,
  known: Iterable<string>,
  count = 3,
): string[] {
  const wanted = name.toLowerCase().slice(0, LONGEST);
  const limit = Math.min(
    MOST_MISTAKES,
    Math.max(1, Math.floor(wanted.length / 3)),
  );
  const found: { candidate: string; distance: number }[] = [];
  for (const candidate of known) {
    const other = candidate.toLowerCase().slice(0, LONGEST);
    const related =
      wanted.length > 2 && (other.includes(wanted) || wanted.includes(other));
    const distance = editDistance(wanted, other, limit);
    if (distance <= limit) {
      found.push({ candidate, distance });
    } else if (related) {
      found.push({ candidate, distance: limit });
    }
  }
  return found
    .sort(
      (a, b) =>
        a.distance - b.distance || a.candidate.localeCompare(b.candidate),
    )
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** ` Did you mean 'a' or 'b'?`, or nothing when no known name is near. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const nearest = nearestNames(name, known).map(found => `'${found}'`);
  if (nearest.length === 0) {
    return '';
  }
  const last = nearest.pop();
  return nearest.length === 0
    ? ` Did you mean ${last}?`
    : ` Did you mean ${nearest.join(', ')} or ${last}?`;
}
