import { InputError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';

const MILLISECONDS_PER_SUFFIX: Record<string, number> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

const DURATION = /^(\d{1,9}(?:\.\d{1,6})?)(ms|s|m|h|d|w)$/;

const TEN_YEARS = 10 * 365 * 86_400_000;

/**
 * The milliseconds of a duration as written in a scorecard (`250ms`, `30s`, `10m`, `2h`, `3d`, `2w`), or
 * undefined when the text is not one.
 *
 * @public
 */
export function tryParseDuration(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (!match) {
    return undefined;
  }
  const milliseconds = Number(match[1]) * MILLISECONDS_PER_SUFFIX[match[2]];
  return milliseconds <= TEN_YEARS ? milliseconds : undefined;
}

/**
 * The milliseconds of a duration as written in a scorecard, for example `10m`.
 *
 * @throws InputError when the text is not a duration of at most ten years.
 * @public
 */
export function parseDuration(text: string): number {
  const milliseconds = tryParseDuration(text);
  if (milliseconds === undefined) {
    throw new InputError(
      isolated`'${text}' is not a duration, write a number and one of ms, s, m, h, d, w, for example '10m'`,
    );
  }
  return milliseconds;
}
