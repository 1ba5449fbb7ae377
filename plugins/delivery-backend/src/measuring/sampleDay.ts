import {
  Collected,
  Exclusion,
  ExclusionReason,
  Mark,
  Sample,
} from '@fairlead/backstage-plugin-delivery-common';

/** What the records of one local day contribute to one measure. */
export type SampleDay = Pick<Collected, 'samples' | 'excluded' | 'marks'>;

/** Lists in place of objects: the names of fields would be most of what is stored. */
interface StoredSampleDay {
  /** Record, time, value, part, and the further records that decided it. */
  s?: [string, string, number | null, string | null, ...string[]][];
  /** Record, time and reason. */
  x?: [string, string, ExclusionReason][];
  m?: Mark[];
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
      .map(({ recordKey, at, value, part, evidence }) => [
        recordKey,
        at,
        value ?? null,
        part ?? null,
        ...[...evidence].sort(),
      ]);
  }
  if (day.excluded.length > 0) {
    stored.x = [...day.excluded]
      .sort(byTime)
      .map(({ recordKey, at, reason }) => [recordKey, at, reason]);
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
      ([recordKey, at, value, part, ...evidence]): Sample => ({
        recordKey,
        at,
        evidence,
        ...(value !== null && { value }),
        ...(part !== null && { part }),
      }),
    ),
    excluded: x.map(
      ([recordKey, at, reason]): Exclusion => ({ recordKey, at, reason }),
    ),
    marks: m,
  };
}
