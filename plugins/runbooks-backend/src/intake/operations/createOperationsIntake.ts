import { LoggerService } from '@backstage/backend-plugin-api';
import {
  OperationsPage,
  OperationsSource,
} from '@fairlead/backstage-plugin-runbooks-node';
import { Clock } from '@fairlead/bulk-sql';
import { keepLast, ResumableIntake } from '@fairlead/resumable-intake';
import { Knex } from 'knex';
import { OperationsWriter } from './OperationsWriter';

/** Reads the sources of alerts, incidents and deployments, and has each writer store what it knows. */
export function createOperationsIntake(options: {
  clock?: Clock;
  db: Knex;
  logger: LoggerService;
  sources: readonly OperationsSource[];
  writers: readonly OperationsWriter[];
}): ResumableIntake<OperationsPage> {
  const { writers } = options;
  return ResumableIntake.create<OperationsPage>({
    ...options,
    of: 'alerts and incidents',
    store: async (tx, page, { now }) => {
      const records = keepLast(page.records);
      for (const writer of writers) {
        await writer.write(tx, records, { now });
      }
    },
  });
}
