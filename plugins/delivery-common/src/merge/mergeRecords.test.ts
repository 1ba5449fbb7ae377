import fc from 'fast-check';
import {
  shuffledWithDuplicates,
  sightingsOf,
} from '../__testUtils__/arbitraries';
import {
  Alert,
  DeliveryRecord,
  deliveryRecordSchema,
  FollowUp,
  RECORD_KINDS,
  RecordFields,
} from '../records';
import { mergeAll, mergeRecords } from './mergeRecords';
import { observe } from './observe';
import { RECORD_RULES } from './recordRules';

describe('mergeRecords', () => {
  describe.each(RECORD_KINDS)('of records of kind %s', kind => {
    const sameKey = fc
      .array(sightingsOf(kind), { minLength: 6, maxLength: 12 })
      .map(all => all.filter(record => record.key === all[0].key))
      .filter(all => all.length >= 3);

    it('is commutative, associative and idempotent', () => {
      fc.assert(
        fc.property(sameKey, ([a, b, c]) => {
          const ab = mergeRecords(a, b);
          expect(mergeRecords(b, a)).toEqual(ab);
          expect(mergeRecords(ab, c)).toEqual(
            mergeRecords(a, mergeRecords(b, c)),
          );
          expect(mergeRecords(a, a)).toEqual(a);
          expect(mergeRecords(ab, b)).toEqual(ab);
        }),
        { numRuns: 200 },
      );
    });

    it('gives records that the schema accepts', () => {
      fc.assert(
        fc.property(sameKey, records => {
          const [merged] = mergeAll(records);
          expect(deliveryRecordSchema.parse(merged)).toEqual(merged);
        }),
        { numRuns: 100 },
      );
    });
  });

  it('ends in the same records for any order and any duplication of the deliveries', () => {
    const history = fc.array(
      fc.constantFrom(...RECORD_KINDS).chain(kind => sightingsOf(kind)),
      { minLength: 5, maxLength: 60 },
    );
    fc.assert(
      fc.property(
        history.chain(all =>
          fc.tuple(fc.constant(all), shuffledWithDuplicates(all)),
        ),
        ([ordered, shuffled]) => {
          expect(mergeAll(shuffled)).toEqual(mergeAll(ordered));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  const told = (
    fields: Partial<RecordFields<DeliveryRecord>>,
    occurredAt = '2026-03-01T00:00:00.000Z',
  ) =>
    observe(fields as RecordFields<DeliveryRecord>, {
      occurredAt,
      observedAt: occurredAt,
      via: 'test',
    });

  it('holds no more of what an alert says than it can', () => {
    const labels = Object.fromEntries(
      Array.from({ length: 100 }, (_, n) => [`label-${1_000 + n}`, `${n}`]),
    );
    const alert = told({
      kind: 'alert',
      source: 'alertmanager',
      fingerprint: 'f',
      startsAt: '2026-03-01T00:00:00.000Z',
      labels: { ...labels, a: 'x'.repeat(1_001), b: 'x'.repeat(1_000) },
      summary: '😀'.repeat(1_001),
    }) as Alert;
    expect(Object.keys(alert.labels!)).toHaveLength(64);
    expect(alert.labels).toMatchObject({ b: 'x'.repeat(1_000) });
    expect(alert.labels).not.toHaveProperty('a');
    expect(alert.labels).not.toHaveProperty('label-1099');
    expect(alert.summary).toBe(`${'😀'.repeat(999)}…`);
  });

  it('knows of a follow-up what was told of it last, and its first times', () => {
    const followUp = (fields: Partial<FollowUp>) =>
      told({
        kind: 'incident',
        source: 'rootly',
        externalId: '1',
        followUps: [{ id: 'a', ...fields }],
      });
    const merged = mergeRecords(
      followUp({
        title: 'Add an index',
        dueAt: '2026-03-09T00:00:00.000Z',
        updatedAt: '2026-03-03T00:00:00.000Z',
        closedAt: '2026-03-04T00:00:00.000Z',
      }),
      followUp({
        title: 'Think about an index',
        createdAt: '2026-03-02T00:00:00.000Z',
        updatedAt: '2026-03-02T00:00:00.000Z',
      }),
    );
    expect(merged).toMatchObject({
      followUps: [
        {
          id: 'a',
          title: 'Add an index',
          dueAt: '2026-03-09T00:00:00.000Z',
          createdAt: '2026-03-02T00:00:00.000Z',
          closedAt: '2026-03-04T00:00:00.000Z',
        },
      ],
    });
  });

  it('keeps the first review of each person, and of very many the earliest', () => {
    const review = fc.record({
      by: fc.nat({ max: 150 }).map(String),
      at: fc
        .integer({ min: 0, max: 500 })
        .map(n => new Date(Date.UTC(2026, 2, 1, 0, n)).toISOString()),
    });
    const reviewsOfDeliveries = fc.array(fc.array(review, { maxLength: 80 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(reviewsOfDeliveries, deliveries => {
        const [merged] = mergeAll(
          deliveries.map(reviews =>
            told({
              kind: 'change',
              source: 'github',
              repo: 'acme/shop',
              number: 1,
              reviews,
            }),
          ),
        );
        const first = new Map<string, string>();
        for (const { by, at } of deliveries.flat()) {
          const known = first.get(by);
          first.set(by, known !== undefined && known < at ? known : at);
        }
        const earliest = [...first]
          .sort(([a, since], [b, other]) =>
            since + JSON.stringify(a) < other + JSON.stringify(b) ? -1 : 1,
          )
          .slice(0, 100);
        expect(merged).toMatchObject({
          reviews: earliest.map(([by, at]) => ({ by, at })),
        });
      }),
      { numRuns: 100 },
    );
  });

  it('refuses records of different keys', () => {
    const at = '2026-03-01T00:00:00.000Z';
    const sighting = { occurredAt: at, observedAt: at, via: 'github.webhook' };
    const job = (jobId: string) =>
      observe({ kind: 'job', source: 'github', jobId }, sighting);
    expect(() => mergeRecords(job('1'), job('2'))).toThrow(
      "Cannot merge record 'job:github:1' with 'job:github:2'",
    );
  });

  it('knows a rule for every field that the schema accepts', () => {
    const bookkeeping = [
      'kind',
      'key',
      'occurredAt',
      'observedAt',
      'provenance',
      'asOf',
    ];
    for (const option of deliveryRecordSchema.options) {
      const { kind, ...shape } = option.shape;
      const fields = Object.keys(shape).filter(f => !bookkeeping.includes(f));
      expect(Object.keys(RECORD_RULES[kind.value]).sort()).toEqual(
        fields.sort(),
      );
    }
  });
});
