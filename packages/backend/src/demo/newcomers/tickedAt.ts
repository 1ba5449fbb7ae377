import { atWork } from '../year/officeHours';
import { Random } from '../year/Random';
import { DemoNewcomer, startOf } from './readNewcomers';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * When somebody ticks the nth task of those that they tick, the first being 0: on the first morning, within the first days,
 * and then one every few days, always at work. Milliseconds since the epoch, and not later than `now`.
 */
export function tickedAt(
  newcomer: Pick<DemoNewcomer, 'daysAgo' | 'user'>,
  options: { firstDay: number; nth: number; now: number },
): number {
  const { firstDay, nth, now } = options;
  const after = delayOf(nth, Random.of('tick', newcomer.user, nth));
  return Math.min(atWork(startOf(newcomer, firstDay) + after), now);
}

function delayOf(nth: number, random: Random): number {
  switch (nth) {
    case 0:
      return random.between(1, 4) * HOUR;
    case 1:
      return random.between(6, 60) * HOUR;
    default:
      return (3 + (nth - 1) * random.between(2, 4)) * DAY;
  }
}
