/**
 * How many checks were to pass by a time, for all to pass by the deadline: a straight line from the share that passed
 * at the start. It follows the number that is asked for, so that an entity that joins is promised like the others.
 *
 * @param options - times in milliseconds since the epoch; `atStart` is what passed of how many then
 * @public
 */
export function promisedPasses(options: {
  startedAt: number;
  deadline: number;
  at: number;
  atStart: { pass: number; total: number };
  /** How many are asked for at `at`. */
  total: number;
}): number {
  const { startedAt, deadline, at, atStart, total } = options;
  const share = atStart.total > 0 ? atStart.pass / atStart.total : 0;
  const elapsed = clamp((at - startedAt) / (deadline - startedAt));
  return Math.round(total * (share + (1 - share) * elapsed));
}

function clamp(share: number): number {
  return Number.isNaN(share) ? 1 : Math.min(1, Math.max(0, share));
}
