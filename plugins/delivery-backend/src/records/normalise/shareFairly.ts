/**
 * Picks of each source in turn until the limit is reached, so that none waits for the many of another.
 *
 * @param candidates - of each source in their own order
 * @param options - `size` is the sum of sizes at which it stops; one item is picked in any case
 */
export function shareFairly<T extends { source: string; size: number }>(
  candidates: readonly T[],
  options: { limit: number; size: number },
): T[] {
  const queues = new Map<string, T[]>();
  for (const candidate of candidates) {
    const queue = queues.get(candidate.source);
    if (queue) {
      queue.push(candidate);
    } else {
      queues.set(candidate.source, [candidate]);
    }
  }
  const picked: T[] = [];
  let size = 0;
  for (let turn = 0; picked.length < options.limit; turn += 1) {
    const next = [...queues.values()].flatMap(queue => queue[turn] ?? []);
    if (next.length === 0) {
      break;
    }
    for (const candidate of next.slice(0, options.limit - picked.length)) {
      size += candidate.size;
      if (picked.length > 0 && size > options.size) {
        return picked;
      }
      picked.push(candidate);
    }
  }
  return picked;
}
