/** A set of numbers, as the borders at which one crosses into it or out of it, the lowest first. */
export type NumberSet = readonly Border[];

interface Border {
  at: number;
  /** Whether the number itself is on the upper side. */
  isAbove: boolean;
}

/** No number at all. */
export const NO_NUMBERS: NumberSet = [];

const LEAST: Border = { at: -Infinity, isAbove: true };

/** The numbers that an operator and a number describe. */
export function numbersOf(operator: string, at: number): NumberSet {
  const before = { at, isAbove: true };
  const after = { at, isAbove: false };
  switch (operator) {
    case '<':
      return [LEAST, before];
    case '<=':
      return [LEAST, after];
    case '>':
      return [after];
    case '>=':
      return [before];
    case '!=':
      return [LEAST, before, after];
    default:
      return [before, after];
  }
}

/** The numbers from one to another, both included. */
export function numbersBetween(from: number, to: number): NumberSet {
  return from > to
    ? NO_NUMBERS
    : [
        { at: from, isAbove: true },
        { at: to, isAbove: false },
      ];
}

/** The numbers of either set. */
export function unite(a: NumberSet, b: NumberSet): NumberSet {
  return combine(a, b, (inA, inB) => inA || inB);
}

/** The numbers of one set that the other does not have. */
export function subtract(a: NumberSet, b: NumberSet): NumberSet {
  return combine(a, b, (inA, inB) => inA && !inB);
}

/** The stretches of a set, each with the conditions that its numbers meet. */
export function stretchesOf(set: NumberSet): {
  $eq?: number;
  $gt?: number;
  $gte?: number;
  $lt?: number;
  $lte?: number;
}[] {
  const stretches = [];
  for (let index = 0; index < set.length; index += 2) {
    const from = set[index];
    const to = set[index + 1];
    if (to && from.at === to.at) {
      stretches.push({ $eq: from.at });
    } else {
      stretches.push({
        ...(from.at !== -Infinity && {
          [from.isAbove ? '$gte' : '$gt']: from.at,
        }),
        ...(to && { [to.isAbove ? '$lt' : '$lte']: to.at }),
      });
    }
  }
  return stretches;
}

function combine(
  a: NumberSet,
  b: NumberSet,
  isIn: (inA: boolean, inB: boolean) => boolean,
): NumberSet {
  const borders = [...a, ...b].sort(compare);
  const combined: Border[] = [];
  let inside = false;
  for (const [index, border] of borders.entries()) {
    const isLast =
      index + 1 === borders.length || compare(border, borders[index + 1]) !== 0;
    if (isLast) {
      const now = isIn(isPast(a, border), isPast(b, border));
      if (now !== inside) {
        combined.push(border);
        inside = now;
      }
    }
  }
  return combined;
}

/** Whether the numbers right above a border are in a set. */
function isPast(set: NumberSet, border: Border): boolean {
  return set.filter(one => compare(one, border) <= 0).length % 2 === 1;
}

/** A border below a number comes before that above the number. */
function compare(a: Border, b: Border): number {
  if (a.at !== b.at) {
    return a.at < b.at ? -1 : 1;
  }
  return Number(b.isAbove) - Number(a.isAbove);
}
