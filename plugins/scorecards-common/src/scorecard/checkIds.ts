import { isolated } from '@fairlead/bidi-text';

/** Words that mean something else where levels and checks are counted by name. */
const RESERVED_IDS = ['none', 'constructor'];

/** Takes down a problem at a path. */
export type Report = (path: string, message: string) => void;

/** The items of what should be a list; none of anything else. */
export function asList(value: unknown): unknown[] {
  // A JavaScript array can have holes; a YAML list cannot.
  return Array.isArray(value) ? Array.from(value) : [];
}

/** Reports ids that are reserved, and those that an earlier one has taken. */
export function checkIds(
  ids: unknown[],
  pathOf: (index: number) => string,
  noun: string,
  report: Report,
) {
  const first = new Map<unknown, number>();
  for (const [index, id] of ids.entries()) {
    if (typeof id !== 'string') {
      continue;
    }
    if (RESERVED_IDS.includes(id)) {
      report(
        pathOf(index),
        isolated`'${id}' is a reserved word, choose another ${noun}`,
      );
    }
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
    } else {
      report(
        pathOf(index),
        isolated`the ${noun} '${id}' is taken by ${pathOf(earlier)}`,
      );
    }
  }
}
