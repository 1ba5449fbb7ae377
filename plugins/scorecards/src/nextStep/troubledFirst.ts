/** Scorecards with a level left to reach before those that have nothing left to do, else in their order. */
export function troubledFirst<TResult extends { next: unknown }>(
  results: readonly TResult[],
): TResult[] {
  const isDone = ({ next }: TResult) => Number(next === null);
  return [...results].sort((a, b) => isDone(a) - isDone(b));
}
