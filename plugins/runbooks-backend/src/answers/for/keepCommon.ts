/** The labels that all of these have alike: what differs between them fills no placeholder. */
export function keepCommon(
  labels: readonly Record<string, string>[],
): Record<string, string> {
  const [first = {}, ...others] = labels;
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) =>
      others.every(
        other => Object.hasOwn(other, name) && other[name] === value,
      ),
    ),
  );
}
