/** A group that stands directly below another one. */
export interface GroupEdge {
  parent_ref: string;
  child_ref: string;
}

/** Follows edges upwards: a group, and behind it all that are above it. A circle of parents is gone round once. */
export function linesUp(
  edges: readonly GroupEdge[],
): (groupRef: string) => string[] {
  const parents = new Map<string, string[]>();
  for (const { child_ref: child, parent_ref: parent } of edges) {
    parents.set(child, [...(parents.get(child) ?? []), parent]);
  }
  return groupRef => {
    const line = new Set([groupRef]);
    // Iterating a set includes elements added during the iteration.
    for (const ref of line) {
      parents.get(ref)?.forEach(parent => line.add(parent));
    }
    return [...line];
  };
}
