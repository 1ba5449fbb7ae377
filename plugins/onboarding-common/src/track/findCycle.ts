/**
 * The first circle among tasks that wait for others, as `a, b, a`; undefined where there is none. It does not call itself,
 * since chains are as long as tracks are.
 *
 * @param after - by id, the ids that come first; those that are no keys are passed over
 */
export function findCycle(
  after: ReadonlyMap<string, readonly string[]>,
): string[] | undefined {
  const finished = new Set<string>();
  for (const start of after.keys()) {
    const way = [start];
    const onWay = new Map([[start, 0]]);
    const rests = [(after.get(start) ?? []).values()];
    while (way.length > 0 && !finished.has(start)) {
      const { value: id, done } = rests[rests.length - 1].next();
      if (done) {
        const left = way.pop()!;
        rests.pop();
        onWay.delete(left);
        finished.add(left);
      } else if (onWay.has(id)) {
        return [...way.slice(onWay.get(id)), id];
      } else if (!finished.has(id) && after.has(id)) {
        onWay.set(id, way.length);
        way.push(id);
        rests.push((after.get(id) ?? []).values());
      }
    }
  }
  return undefined;
}
