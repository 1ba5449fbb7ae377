/** A stretch of time in milliseconds since the epoch; `to` is not part of it. */
export interface Span {
  from: number;
  to: number;
}

/** The part of a span that lies in another; undefined if nothing does. */
export function clip(span: Span, bounds: Span): Span | undefined {
  const from = Math.max(span.from, bounds.from);
  const to = Math.min(span.to, bounds.to);
  return from < to ? { from, to } : undefined;
}

/** The same time without overlaps, in order. */
export function unite(spans: readonly Span[]): Span[] {
  const united: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const before = united.at(-1);
    if (span.from >= span.to) {
      continue;
    }
    if (before && span.from <= before.to) {
      before.to = Math.max(before.to, span.to);
    } else {
      united.push({ ...span });
    }
  }
  return united;
}

/** The time of `spans` that lies in none of `holes`; both without overlaps and in order. */
export function subtract(
  spans: readonly Span[],
  holes: readonly Span[],
): Span[] {
  return spans.flatMap(span => {
    const parts: Span[] = [];
    let from = span.from;
    for (const hole of holes) {
      if (hole.to <= from || hole.from >= span.to) {
        continue;
      }
      if (hole.from > from) {
        parts.push({ from, to: hole.from });
      }
      from = Math.max(from, hole.to);
    }
    return from < span.to ? [...parts, { from, to: span.to }] : parts;
  });
}

/** How long spans without overlaps are together. */
export function total(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}
