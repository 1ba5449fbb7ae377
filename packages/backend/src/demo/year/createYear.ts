import { DateTime } from 'luxon';
import { setImmediate } from 'node:timers/promises';
import { DemoDelivery } from './DemoDelivery';
import { detailBefore } from './Detail';
import { simulateOddities } from './oddities';
import { ZONE } from './officeHours';
import { Repository } from './Repository';
import { simulateRepository } from './simulate';
import { writeDeliveries } from './write';

/** Work that was begun earlier may end in the time asked for. */
const LONGEST_WORK = { days: 45 };

/**
 * All deliveries that were sent after one time and up to another, in order. Milliseconds since the epoch.
 *
 * @remarks
 *
 * Each week follows from its own seed, so what happened is the same whenever and for whatever time it is asked for: the
 * year can be sent in parts, and again. Other work of the process goes on between repositories.
 */
export async function createYear(
  repositories: readonly Repository[],
  options: { after: number; upTo: number },
): Promise<DemoDelivery[]> {
  const { after, upTo } = options;
  const start = DateTime.fromMillis(after, { zone: ZONE }).minus(LONGEST_WORK);
  const today = DateTime.fromMillis(upTo, { zone: ZONE }).startOf('day');
  const detailAt = detailBefore(today.toMillis());
  const deliveries = simulateOddities(today.toMillis());
  for (const repository of repositories) {
    await setImmediate();
    const history = simulateRepository(repository, {
      from: start.toMillis(),
      to: upTo,
    });
    deliveries.push(...writeDeliveries(repository, history, detailAt));
  }
  return deliveries
    .filter(({ at }) => at > after && at <= upTo)
    .sort((a, b) => a.at - b.at);
}
