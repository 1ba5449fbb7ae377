/**
 * Severities as sources write them, the most severe first; those of one line weigh the same. Case, spaces and dashes do
 * not count, and `severity 1` or a lone `1` is `sev1`.
 *
 * @public
 */
export const DEFAULT_SEVERITIES: readonly (readonly string[])[] = [
  ['sev0', 'p0', 's0', 'blocker', 'disaster', 'emergency', 'fatal'],
  ['sev1', 'p1', 's1', 'critical', 'highest', 'severe'],
  ['sev2', 'p2', 's2', 'high', 'major', 'error'],
  ['sev3', 'p3', 's3', 'medium', 'moderate', 'average', 'warning'],
  ['sev4', 'p4', 's4', 'low', 'minor'],
  ['sev5', 'p5', 's5', 'lowest', 'info', 'informational', 'trivial'],
];

/**
 * How severe a severity is, 0 the most; undefined for one that is not in the order.
 *
 * @param order - see {@link DEFAULT_SEVERITIES}
 * @public
 */
export function rankSeverity(
  severity: string | undefined,
  order: readonly (readonly string[])[],
): number | undefined {
  const whole = normalise(severity ?? '');
  // As in `P1 - Critical` and `SEV-2: checkout`.
  const first = normalise(severity?.trim().split(/[:,(/|]|\s-\s/)[0] ?? '');
  for (const written of [whole, first]) {
    const rank = order.findIndex(same =>
      same.some(name => normalise(name) === written),
    );
    if (written && rank >= 0) {
      return rank;
    }
  }
  return undefined;
}

function normalise(severity: string): string {
  return severity
    .toLocaleLowerCase('en-US')
    .replace(/[\s_.#-]+/g, '')
    .replace(/^(?:severity|level)?(\d)$/, 'sev$1')
    .replace(/^prio(?:rity)?(\d)$/, 'p$1');
}
