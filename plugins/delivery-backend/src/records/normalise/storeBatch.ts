import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  findNews,
  holdNames,
  isLeaving,
  learnNames,
  RecordRenaming,
  RepositoryNames,
} from '../repositories';
import { RepositoryAnnotations } from '../matching';
import { Marking } from '../changedDays/markChangedDays';
import { finishDeliveries } from './finishDeliveries';
import { foldTold } from './foldTold';
import { listMentioned, nameRepositories } from './nameRepositories';
import { ReadyDelivery } from './readBatch';
import { storeTold } from './storeTold';

/** Of transactions that got in each other's way. */
const MAX_RETRIES = 5;

const COLLIDED = /^40/;

/** Stores what a batch tells and finishes its deliveries, both or neither. */
export async function storeBatch(
  db: Knex,
  batch: readonly ReadyDelivery[],
  options: {
    clock: Clock;
    marking: Marking;
    renaming: RecordRenaming;
    repositories: RepositoryAnnotations;
  },
): Promise<void> {
  const { clock, marking, renaming, repositories } = options;
  const readings = batch.flatMap(({ reading, pull_id: pullId }) =>
    reading.state === 'done' ? [{ ...reading, pullId }] : [],
  );
  const named = readings.flatMap(({ repository }) => repository ?? []);
  const mentioned = listMentioned(readings, repositories);
  for (let attempt = 0; ; ) {
    try {
      const awaited = await db.transaction(async tx => {
        await holdNames(tx);
        const names = await RepositoryNames.read(tx, mentioned);
        const news = findNews(names, named);
        if (news.length > 0) {
          return () => learnNames(db, news);
        }
        if (await isLeaving(tx, names)) {
          return () => renaming.run();
        }
        const now = clock();
        const told = foldTold(
          nameRepositories(readings, { names, repositories }),
        );
        await storeTold(tx, told, { now, marking, repositories });
        await finishDeliveries(
          tx,
          batch.map(({ id, reading }) => ({ id, ...reading })),
          { now },
        );
        return undefined;
      });
      if (!awaited) {
        return;
      }
      await awaited();
    } catch (error) {
      if (!COLLIDED.test(error.code) || attempt === MAX_RETRIES) {
        throw error;
      }
      await sleep(Math.random() * 50 * 2 ** attempt);
      attempt += 1;
    }
  }
}
