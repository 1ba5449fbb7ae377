import { Change } from './change';
import { Interval } from './interval';

/**
 * The stays of a change in the merge queue, in order and without overlaps. One that is not over has no end.
 *
 * @remarks
 * A source often tells that a change joined or left without telling of the other. A change is in the queue but once at a
 * time: it stays until it is out of the queue, merged or closed, and what says meanwhile that it is there is no stay of
 * its own.
 *
 * @public
 */
export function settleMergeQueue({
  closedAt,
  mergeQueue = [],
  mergedAt,
}: Pick<Change, 'closedAt' | 'mergeQueue' | 'mergedAt'>): Interval[] {
  const seen = [...mergeQueue].sort(
    (a, b) => Number(a.from > b.from) - Number(a.from < b.from),
  );
  const stays: Interval[] = [];
  seen.forEach(({ from, to }, index) => {
    const [end] = [to, seen[index + 1]?.from, mergedAt, closedAt]
      .filter(at => at !== undefined)
      .filter(at => at >= from)
      .sort();
    const last = stays[stays.length - 1];
    const isOver = end === from || (mergedAt !== undefined && mergedAt < from);
    if (isOver) {
      return;
    }
    const start = last?.to === from ? stays.pop()?.from ?? from : from;
    stays.push({ from: start, ...(end && { to: end }) });
  });
  return stays;
}
