/**
 * When somebody set to work, which setup time counts from: when they did the first task or started its template, and the
 * start of the journey where the build came before either. Milliseconds since the epoch.
 *
 * @public
 */
export function setupBegin(options: {
  startAt: number;
  /** Of the build that ends the setup. */
  builtAt: number | undefined;
  /** Of the first task that was done or begun. */
  firstTaskAt: number | undefined;
}): number {
  const { startAt, builtAt = Infinity, firstTaskAt = Infinity } = options;
  return firstTaskAt < builtAt ? Math.max(startAt, firstTaskAt) : startAt;
}
