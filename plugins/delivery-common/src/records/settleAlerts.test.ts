import fc from 'fast-check';
import { Alert } from './alert';
import { recordKeyOf } from './deliveryRecord';
import { settleAlerts } from './settleAlerts';

const at = (minute: number) =>
  new Date(Date.UTC(2026, 10, 27, 9, minute)).toISOString();

function alert(from: number, fields: Partial<Alert> = {}): Alert {
  const told = {
    kind: 'alert' as const,
    source: 'grafana',
    fingerprint: '93b3',
    startsAt: at(from),
    ...fields,
  };
  return {
    ...told,
    key: recordKeyOf(told),
    occurredAt: fields.endsAt ?? told.startsAt,
    observedAt: at(59),
    provenance: [],
    asOf: {},
  };
}

const firing = (from: number, to?: number) =>
  alert(from, { seenFiring: true, endsAt: to === undefined ? to : at(to) });
const end = (from: number, to = from) => alert(from, { endsAt: at(to) });

/** Each alert once, as `<from>–<to>`. */
const shown = (alerts: readonly Alert[]) =>
  [...new Set(settleAlerts(alerts).values())]
    .map(
      ({ startsAt, endsAt }) =>
        `${startsAt.slice(14, 16)}–${endsAt?.slice(14, 16) ?? ''}`,
    )
    .sort();

describe('settleAlerts', () => {
  it.each<[string, Alert[], string[]]>([
    ['joins an end with another start', [firing(0), end(20)], ['00–20']],
    ['keeps the first of two ends', [firing(0), end(20), end(25)], ['00–20']],
    [
      'ends what fired last',
      [firing(0), firing(10), end(20)],
      ['00–', '10–20'],
    ],
    [
      'leaves a second firing alone',
      [firing(0), end(20), firing(30), end(45)],
      ['00–20', '30–45'],
    ],
    [
      'leaves a second firing open',
      [firing(0), end(20), firing(30)],
      ['00–20', '30–'],
    ],
    [
      'leaves what has an end of its own',
      [firing(0, 10), end(20, 30)],
      ['00–10', '20–30'],
    ],
    ['keeps an end of nothing that is known', [end(20)], ['20–20']],
    ['ends nothing that fires later', [end(20), firing(30)], ['20–20', '30–']],
    [
      'takes one without an end for one that was told while it fired',
      [alert(0), end(20)],
      ['00–20'],
    ],
    [
      'ends no other alert',
      [firing(0), alert(20, { fingerprint: 'ffff', endsAt: at(20) })],
      ['00–', '20–20'],
    ],
    [
      'ends no alert of another source',
      [firing(0), alert(20, { source: 'alertmanager', endsAt: at(20) })],
      ['00–', '20–20'],
    ],
  ])('%s', (_, alerts, expected) => {
    expect(shown(alerts)).toEqual(expected);
    expect(shown([...alerts].reverse())).toEqual(expected);
  });

  it('names the end among the former keys, so that readers drop it', () => {
    const [begun, over] = [firing(0), end(20)];
    const settled = settleAlerts([over, begun]);
    expect(settled.get(over.key)).toBe(settled.get(begun.key));
    expect(settled.get(over.key)).toMatchObject({
      key: begun.key,
      occurredAt: at(20),
      formerKeys: [over.key],
    });
  });

  it('comes to the same in any order', () => {
    const minutes = fc.integer({ min: 0, max: 50 });
    const some = fc.uniqueArray(
      fc.oneof(
        minutes.map(from => firing(from)),
        fc
          .tuple(minutes, minutes)
          .map(([a, b]) => firing(Math.min(a, b), Math.max(a, b))),
        minutes.map(from => end(from)),
      ),
      { selector: ({ key }) => key, minLength: 2, maxLength: 8 },
    );
    fc.assert(
      fc.property(
        some.chain(all =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length }),
          ),
        ),
        ([all, shuffled]) => {
          expect(new Map([...settleAlerts(shuffled)].sort())).toEqual(
            new Map([...settleAlerts(all)].sort()),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
