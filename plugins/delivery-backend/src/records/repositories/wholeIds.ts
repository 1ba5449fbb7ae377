/**
 * Whether two ids may be of the same repository. Where several servers are one source, ids begin with the server; what
 * does not tell its server gives the rest alone.
 */
export function mayBeSame(a: string, b: string): boolean {
  return a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`);
}

/**
 * Which whole id each id stands for, among those of repositories that share names: itself, unless exactly one of the
 * others tells the server besides.
 */
export function wholeIds(ids: Iterable<string>): (id: string) => string {
  const all = [...new Set(ids)];
  const whole = new Map(
    all.map(id => {
      const longer = all.filter(other => other.endsWith(`/${id}`));
      return [id, longer.length === 1 ? longer[0] : id];
    }),
  );
  return id => whole.get(id) ?? id;
}
