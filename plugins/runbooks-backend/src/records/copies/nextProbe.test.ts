import fc from 'fast-check';
import { nextProbeAt } from './nextProbe';

const DAY = 24 * 60 * 60_000;
const options = { frequency: DAY, backOff: 5 * 60_000 };

describe('nextProbeAt', () => {
  it('has a place of its own in each day for what is well', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: DAY, max: 30_000 * DAY }),
        (id, now) => {
          const well = { state: 'ok', failures: 0 } as const;
          const next = nextProbeAt(well, { ...options, id, now });
          expect(next - now).toBeGreaterThanOrEqual(DAY / 2);
          expect(next - now).toBeLessThanOrEqual(1.5 * DAY);
          // On time from then on.
          expect(nextProbeAt(well, { ...options, id, now: next })).toBe(
            next + DAY,
          );
        },
      ),
    );
  });

  it('comes later after each failure, and no later than for what is well', () => {
    const waits = [1, 2, 3, 9, 10_000].map(failures =>
      nextProbeAt({ state: 'bad', failures }, { ...options, id: 'a', now: 0 }),
    );
    expect(waits).toEqual([5, 10, 20, 1280, 1440].map(each => each * 60_000));
  });
});
