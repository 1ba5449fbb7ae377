import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { finishDeliveries } from './finishDeliveries';
import { foldTold } from './foldTold';
import { ReadyDelivery } from './readBatch';
import { Marking, storeTold } from './storeTold';

/** Of transactions that got in each other's way. */
const MAX_RETRIES = 5;

const COLLIDED = /^40/;

/** Stores what a batch tells and finishes its deliveries, both or neither. */
export async function storeBatch(
  db: Knex,
  batch: readonly ReadyDelivery[],
  options: { clock: Clock; marking: Marking },
): Promise<void> {
  const { clock, marking } = options;
  const told = foldTold(
    batch.flatMap(({ reading, pull_id: pullId }) =>
      reading.state === 'done' ? [{ told: reading.told, pullId }] : [],
    ),
  );
  for (let attempt = 0; ; attempt += 1) {
    try {
      await db.transaction(async tx => {
        const now = clock();
        await storeTold(tx, told, { now, marking });
        await finishDeliveries(
          tx,
          batch.map(({ id, reading }) => ({ id, ...reading })),
          { now },
        );
      });
      return;
    } catch (error) {
      if (!COLLIDED.test(error.code) || attempt === MAX_RETRIES) {
        throw error;
      }
      await sleep(Math.random() * 50 * 2 ** attempt);
    }
  }
}
