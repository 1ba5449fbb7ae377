import fc from 'fast-check';
import {
  shuffledWithDuplicates,
  sightingsOf,
} from '../__testUtils__/arbitraries';
import {
  at,
  change,
  deploy,
  history,
  incident,
  measured,
  record,
} from '../__testUtils__/records';
import { mergeAll } from '../merge';
import { DeliveryRecord } from '../records';
import { waitLedger } from '../waits';
import { collectMeasure } from './collectMeasure';
import { MEASURE_DEFINITIONS } from './definitions';
import { percentile, sortedWithOpen } from './percentile';

const time = (hour: number) =>
  `${String(2 + Math.floor(hour / 24)).padStart(2, '0')} ${String(
    hour % 24,
  ).padStart(2, '0')}:00`;

const hours = fc.integer({ min: 0, max: 500 });

/** A service whose every merge is deployed some hours later, with incidents now and then. */
const services = fc
  .array(
    fc.record({
      pause: fc.integer({ min: 1, max: 40 }),
      coding: fc.integer({ min: 0, max: 30 }),
      delay: fc.integer({ min: 0, max: 10 }),
      state: fc.constantFrom('success', 'success', 'failure', 'cancelled'),
      incidentAfter: fc.option(fc.integer({ min: 1, max: 30 })),
    }),
    { minLength: 2, maxLength: 12 },
  )
  .map(steps => {
    const records: DeliveryRecord[] = [
      change(1000, '01 00:00'),
      deploy('1000', 'm1000', '01 00:00'),
    ];
    let now = 40;
    steps.forEach((step, i) => {
      now += step.pause;
      records.push(
        change(i + 1, time(now), {
          firstCommitAt: at(time(now - step.coding)),
        }),
        deploy(`${i + 1}`, `m${i + 1}`, time(now + step.delay), {
          state: step.state as 'success',
        }),
      );
      if (step.incidentAfter !== null) {
        records.push(incident(`P${i}`, time(now + step.incidentAfter)));
      }
    });
    return records;
  });

describe('all measures', () => {
  it('come to the same for any order and any duplication of what was delivered', () => {
    fc.assert(
      fc.property(
        services.chain(records =>
          fc.tuple(fc.constant(records), shuffledWithDuplicates(records)),
        ),
        ([ordered, shuffled]) => {
          const [a, b] = [mergeAll(ordered), mergeAll(shuffled)];
          for (const { id } of MEASURE_DEFINITIONS) {
            expect(measured(id, b)).toEqual(measured(id, a));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('and the waits do not depend on the order of anything that sources may tell', () => {
    const kinds = ['change', 'run', 'job', 'approval', 'deployment'] as const;
    const anything = fc
      .array(fc.oneof(...kinds.map(sightingsOf)), {
        minLength: 1,
        maxLength: 16,
      })
      .map(mergeAll);
    const texts = (items: readonly object[]) =>
      items
        .map(item =>
          JSON.stringify(item, (field, value) =>
            field === 'evidence' ? [...value].sort() : value,
          ),
        )
        .sort();
    fc.assert(
      fc.property(
        anything.chain(records =>
          fc.tuple(
            fc.constant(records),
            fc.shuffledSubarray(records, { minLength: records.length }),
          ),
        ),
        inOrders => {
          const [a, b] = inOrders.map(records => history(records));
          expect(texts(waitLedger(b))).toEqual(texts(waitLedger(a)));
          for (const { id } of MEASURE_DEFINITIONS) {
            const [one, other] = [collectMeasure(id, a), collectMeasure(id, b)];
            expect(texts(other.samples)).toEqual(texts(one.samples));
            expect(texts(other.excluded)).toEqual(texts(one.excluded));
            expect(other.missing).toBe(one.missing);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('do not depend on the order in which records are read', () => {
    fc.assert(
      fc.property(
        services.chain(records =>
          fc.tuple(
            fc.constant(records),
            fc.shuffledSubarray(records, { minLength: records.length }),
          ),
        ),
        ([ordered, shuffled]) => {
          for (const { id } of MEASURE_DEFINITIONS) {
            const [a, b] = [measured(id, ordered), measured(id, shuffled)];
            expect([b.value, b.n, b.parts]).toEqual([a.value, a.n, a.parts]);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('change lead time', () => {
  it('does not change when a change is added that is not deployed', () => {
    fc.assert(
      fc.property(services, hours, (records, hour) => {
        const undeployed = change(999, time(hour), {
          targetBranch: 'next',
          mergedAt: undefined,
        });
        const { value, n } = measured('leadTime', records);
        expect(measured('leadTime', [...records, undeployed])).toMatchObject({
          n,
          ...(value !== undefined && { value }),
        });
      }),
    );
  });

  it('grows by the factor by which all time is stretched', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(9), fc.nat(9)), {
          minLength: 1,
          maxLength: 8,
        }),
        steps => {
          const stretched = (factor: number) => {
            let hour = 24;
            const records: DeliveryRecord[] = [
              change(1000, '01 00:00'),
              deploy('1000', 'm1000', '01 00:00'),
            ];
            steps.forEach(([coding, delay], i) => {
              const merged = hour + coding;
              hour = merged + delay + 1;
              records.push(
                change(i, time(merged * factor), {
                  number: i + 1,
                  mergeSha: `m${i}`,
                  headSha: `h${i}`,
                  firstCommitAt: at(time((merged - coding) * factor)),
                }),
                deploy(`${i}`, `m${i}`, time((merged + delay) * factor)),
              );
            });
            return measured('leadTime', records);
          };
          const [once, threefold] = [stretched(1), stretched(3)];
          expect(threefold.n).toBe(once.n);
          expect(threefold.value).toBeCloseTo((once.value ?? NaN) * 3, 3);
        },
      ),
    );
  });
});

describe('change fail rate', () => {
  const withFailure = (records: DeliveryRecord[], hour: number) => [
    ...records,
    deploy('777', 'm777', time(hour)),
    record({
      kind: 'link',
      source: 'fairlead',
      type: 'causes',
      from: 'deployment:github:acme/shop:777',
      to: 'incident:pagerduty:P777',
      verdict: { confidence: 'confirmed', at: at('30') },
    }),
    incident('P777', time(hour), undefined),
  ];

  it('never falls by a failed deployment after all that was inferred', () => {
    fc.assert(
      fc.property(services, records => {
        const before = measured('changeFailRate', records).value ?? 0;
        const after = measured('changeFailRate', withFailure(records, 640));
        expect(after.value).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('can fall by a failed deployment that lies between another and the incident inferred from it', () => {
    const records = [
      deploy('1', 'm1', '02 10:00'),
      incident('P1', '02 20:00', '02 21:00'),
    ];
    expect(measured('changeFailRate', records).value).toBe(1);
    expect(measured('changeFailRate', withFailure(records, 15))).toMatchObject({
      value: 0.5,
      n: 2,
    });
  });

  it('always lies between zero and one', () => {
    fc.assert(
      fc.property(services, records => {
        const { value = 0 } = measured('changeFailRate', records);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('open samples', () => {
  it('never improve a percentile', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(100), { minLength: 1 }),
        fc.nat(),
        fc.constantFrom(0.5, 0.75, 0.9),
        (values, index, p) => {
          const censored = values.map((value, i) =>
            i === index % values.length ? undefined : value,
          );
          const known = percentile(sortedWithOpen(values), p) as number;
          expect(
            percentile(sortedWithOpen(censored), p) ?? Infinity,
          ).toBeGreaterThanOrEqual(known);
        },
      ),
    );
  });
});

describe('percentile', () => {
  it.each([
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4], 0.9, 3.7],
    [[1, 2, 3, 4, 5], 0.75, 4],
    [[7], 0.9, 7],
    [[], 0.5, undefined],
    [[1, Infinity], 0.5, undefined],
    [[1, 2, Infinity], 0.5, 2],
    [[100, 200, 300, 401], 0.9, 370.7],
    [[0, 0, 0, 1], 0.9, 0.7],
  ])('of %j at %d is %j, without a noise of its own', (values, p, expected) => {
    expect(percentile(values, p)).toBe(expected);
  });
});
