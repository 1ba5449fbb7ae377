import {
  ORIGIN_KINDS,
  SampleOrigin,
} from '@fairlead/backstage-plugin-delivery-common';
import fc from 'fast-check';
import { decodeSampleDay, encodeSampleDay, SampleDay } from './sampleDay';

const instants = fc
  .nat({ max: 40 })
  .map(n => new Date(Date.UTC(2026, 2, 1) + n * 3_600_000).toISOString());
const words = fc.constantFrom('a', 'b', '7');
const origins = fc.constantFrom<SampleOrigin>(...ORIGIN_KINDS, 'mixed');
const place = { at: instants, recordKey: words };

const days: fc.Arbitrary<SampleDay> = fc.record({
  samples: fc.array(
    fc
      .record(
        {
          ...place,
          value: fc.nat(),
          part: words,
          origin: origins,
          evidence: fc.uniqueArray(words),
        },
        { requiredKeys: ['at', 'recordKey', 'evidence'] },
      )
      .chain(sample =>
        sample.origin === 'person'
          ? fc.constantFrom(sample, { ...sample, assisted: true as const })
          : fc.constant(sample),
      ),
  ),
  excluded: fc.array(
    fc.record(
      {
        ...place,
        reason: fc.constantFrom('negative' as const, 'cherry-pick' as const),
        origin: origins,
      },
      { requiredKeys: ['at', 'recordKey', 'reason'] },
    ),
  ),
  marks: fc.constant([]),
});

const sorted = (items: object[]) =>
  items.map(item => JSON.stringify(item, Object.keys(item).sort())).sort();

describe('the text of a day', () => {
  it('tells all that it was made of', () => {
    fc.assert(
      fc.property(days, day => {
        const read = decodeSampleDay(encodeSampleDay(day));
        const evidenceSorted = day.samples.map(sample => ({
          ...sample,
          evidence: [...sample.evidence].sort(),
        }));
        expect(sorted(read.samples)).toEqual(sorted(evidenceSorted));
        expect(sorted(read.excluded)).toEqual(sorted(day.excluded));
      }),
    );
  });

  it('of before origins were told is still read', () => {
    const at = '2026-03-01T00:00:00.000Z';
    const text = JSON.stringify({
      s: [['a', at, 7, null, 'b', 'c']],
      x: [['d', at, 'negative']],
    });
    expect(decodeSampleDay(text)).toEqual({
      samples: [{ recordKey: 'a', at, value: 7, evidence: ['b', 'c'] }],
      excluded: [{ recordKey: 'd', at, reason: 'negative' }],
      marks: [],
    });
  });
});
