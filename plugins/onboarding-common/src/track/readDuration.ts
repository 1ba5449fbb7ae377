const SECONDS: Record<string, number> = {
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
};

const FIVE_YEARS = 5 * 365 * 86_400;

/** The seconds of a duration as tracks have it, for example `30m` or `2w`; undefined where it is none, or of over five years. */
export function readDuration(text: string): number | undefined {
  const match = /^(\d{1,7})([mhdw])$/.exec(text);
  const seconds = match ? Number(match[1]) * SECONDS[match[2]] : NaN;
  return seconds <= FIVE_YEARS ? seconds : undefined;
}
