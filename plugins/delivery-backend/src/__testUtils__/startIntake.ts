import { mockServices } from '@backstage/backend-test-utils';
import { DeliverySource } from '@fairlead/backstage-plugin-delivery-node';
import { Knex } from 'knex';
import { createDatabase } from '../database/createDatabase';
import { DatabaseInbox, DoorCounts } from '../intake/inbox';
import { DefaultNormaliser } from '../records/normalise';
import { createReadContext, readPersonKey } from '../records/people';
import { RecordRenaming } from '../records/repositories';
import { SourceRegistry } from '../intake/sources/SourceRegistry';
import { TEST_REPOSITORIES } from './testNaming';
import { createTestSource } from './testSource';

/** The intake without a backend around it: any number of workers, and a clock that a test can turn. */
export async function startIntake(options: {
  db: Knex;
  sources?: DeliverySource[];
}) {
  const { db, sources: added = [createTestSource()] } = options;
  await createDatabase(mockServices.database({ knex: db }));
  const sources = new SourceRegistry();
  added.forEach(source => sources.add(source));
  const logger = mockServices.logger.mock();
  const time = { now: Date.now() };
  const clock = () => time.now;
  const context = createReadContext({ personKey: await readPersonKey(db) });
  const counts = DoorCounts.create({ clock, db, logger });
  const marking = { zone: 'UTC' };
  const renaming = RecordRenaming.create({
    clock,
    db,
    marking,
    repositories: TEST_REPOSITORIES,
  });
  return {
    db,
    logger,
    sources,
    time,
    counts,
    renaming,
    inbox: DatabaseInbox.create({ clock, counts, db }),
    createWorker: (
      more: { batchSize?: number; maxAttempts?: number } = {},
    ): DefaultNormaliser =>
      DefaultNormaliser.create({
        clock,
        context,
        db,
        logger,
        marking,
        renaming,
        repositories: TEST_REPOSITORIES,
        sources,
        ...more,
      }),
    readRecords: async () =>
      (await db('records').orderBy('key')).map(({ record }) =>
        JSON.parse(record),
      ),
  };
}
