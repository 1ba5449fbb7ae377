import { compareCanonical, canonical } from './canonical';

/** A field's value, and since when it is known to be so where that matters. */
export interface Held<T> {
  value: T;
  asOf?: string;
}

/**
 * How two values of a field become one. Every rule is commutative, associative and idempotent; a rule applied to
 * one value twice brings it into its normal form.
 */
export interface FieldRule<T> {
  /** The record keeps for this field the time at which its value was true. */
  stamped?: boolean;
  merge(a: Held<T>, b: Held<T>): Held<T>;
}

/** The greater of two values in a total order; the order must fall back on the canonical text. */
export function greatest<T>(compare: (a: T, b: T) => number): FieldRule<T> {
  return {
    merge: (a, b) =>
      a.value === b.value ||
      (compare(a.value, b.value) || compareCanonical(a.value, b.value)) >= 0
        ? a
        : b,
  };
}

/** The first time of several. */
export const earliest = greatest<string>(
  (a, b) => Number(a < b) - Number(a > b),
);

/** The last time of several. */
export const last = greatest<string>((a, b) => Number(a > b) - Number(a < b));

/** The largest number of several. */
export const largest = greatest<number>((a, b) => a - b);

/** True once any source said so. */
export const ever = greatest<boolean>((a, b) => Number(a) - Number(b));

/** Parts of the key: equal in all records of the same key. */
export const identity: FieldRule<unknown> = greatest(() => 0);

/** The value that was true latest, by the time in the payload and never by the time of arrival. */
export const latest: FieldRule<unknown> = {
  stamped: true,
  merge: (a, b) => {
    const [left, right] = [a.asOf ?? '', b.asOf ?? ''];
    if (left !== right) {
      return left > right ? a : b;
    }
    return a.value === b.value || compareCanonical(a.value, b.value) >= 0
      ? a
      : b;
  },
};

/**
 * A rule for values of any size, of which the record holds no more than it can.
 *
 * @param bound - shortens a value; a value that is short enough stays as it is
 */
export function bounded<T>(
  rule: FieldRule<any>,
  bound: (value: T) => T,
): FieldRule<T> {
  const bind = (held: Held<T>) => ({ ...held, value: bound(held.value) });
  return { ...rule, merge: (a, b) => rule.merge(bind(a), bind(b)) };
}

/** The union of two sets, with one item for each key. */
export function setBy<T>(options: {
  key(item: T): string;
  merge(a: T, b: T): T;
}): FieldRule<T[]> {
  return {
    merge: (a, b) => {
      const items = new Map<string, T>();
      for (const item of [...a.value, ...b.value]) {
        const key = options.key(item);
        const known = items.get(key);
        items.set(key, known === undefined ? item : options.merge(known, item));
      }
      return { value: [...items.values()].sort(compareCanonical) };
    },
  };
}

/** The union of two sets of values. */
export const set: FieldRule<unknown[]> = setBy({
  key: canonical,
  merge: item => item,
});

/**
 * The first `most` items of a set, in whatever order its parts arrive.
 *
 * @param rule - merges the whole sets. Where it merges two items into one, the merged item must not come behind both of
 *   them in the order of the set: an item that was cut off before would be missing then.
 */
export function upTo<T>(most: number, rule: FieldRule<T[]>): FieldRule<T[]> {
  return {
    merge: (a, b) => ({ value: rule.merge(a, b).value.slice(0, most) }),
  };
}
