import {
  Collected,
  Exclusion,
  ExclusionReason,
  Mark,
  ORIGIN_KINDS,
  Sample,
  SampleOrigin,
} from '@fairlead/backstage-plugin-delivery-common';

/** What the records of one local day contribute to one measure. */
export type SampleDay = Pick<Collected, 'samples' | 'excluded' | 'marks'>;

/** Lists in place of objects: the names of fields would be most of what is stored. */
interface StoredSampleDay {
  /** Record, time, value, part, where it is known by whom it was made that, and the further records that decided it. */
  s?: [string, string, number | null, string | null, ...(number | string)[]][];
  /** Record, time, reason, and by whom it was made where that is known. */
  x?: [string, string, ExclusionReason, number?][];
  m?: Mark[];
}

const ORIGINS: readonly SampleOrigin[] = [...ORIGIN_KINDS, 'mixed'];

type Told = Pick<Sample, 'origin' | 'assisted'>;

/** The place of an origin, doubled, and one more if an agent helped; nothing where none is told. */
function encodeOrigin({ origin, assisted }: Told): [] | [number] {
  return origin ? [2 * ORIGINS.indexOf(origin) + (assisted ? 1 : 0)] : [];
}

function decodeOrigin(code: number | string | undefined): Told {
  return typeof code === 'number'
    ? {
        origin: ORIGINS[Math.floor(code / 2)],
        ...(code % 2 === 1 && { assisted: true }),
      }
    : {};
}

const byTime = (
  a: { at: string; recordKey?: string },
  b: { at: string; recordKey?: string },
) => {
  const [left, right] = [
    `${a.at}${a.recordKey ?? ''}`,
    `${b.at}${b.recordKey ?? ''}`,
  ];
  return Number(left > right) - Number(left < right);
};

/** The text that is stored of a day; the same for the same contributions in any order. */
export function encodeSampleDay(day: SampleDay): string {
  const stored: StoredSampleDay = {};
  if (day.samples.length > 0) {
    stored.s = [...day.samples]
      .sort(byTime)
      .map(({ recordKey, at, value, part, evidence, ...told }) => [
        recordKey,
        at,
        value ?? null,
        part ?? null,
        ...encodeOrigin(told),
        ...[...evidence].sort(),
      ]);
  }
  if (day.excluded.length > 0) {
    stored.x = [...day.excluded]
      .sort(byTime)
      .map(({ recordKey, at, reason, origin }) => [
        recordKey,
        at,
        reason,
        ...encodeOrigin({ origin }),
      ]);
  }
  if (day.marks.length > 0) {
    stored.m = [...day.marks].sort(byTime);
  }
  return JSON.stringify(stored);
}

/** Reads what {@link encodeSampleDay} wrote. */
export function decodeSampleDay(text: string): SampleDay {
  const { s = [], x = [], m = [] }: StoredSampleDay = JSON.parse(text);
  return {
    samples: s.map(
      ([recordKey, at, value, part, ...rest]): Sample => ({
        recordKey,
        at,
        evidence: rest.filter(item => typeof item === 'string'),
        ...(value !== null && { value }),
        ...(part !== null && { part }),
        ...decodeOrigin(rest[0]),
      }),
    ),
    excluded: x.map(
      ([recordKey, at, reason, code]): Exclusion => ({
        recordKey,
        at,
        reason,
        ...decodeOrigin(code),
      }),
    ),
    marks: m,
  };
}
