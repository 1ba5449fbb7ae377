import { LoggerService } from '@backstage/backend-plugin-api';
import {
  MetricsService,
  MetricsServiceObservableResult,
} from '@backstage/backend-plugin-api/alpha';
import { toError } from '@backstage/errors';
import { SharedAnswers } from '@fairlead/catalog-copy';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbFactSourceRow } from '../../database/tables';
import { readQueue } from './readQueue';

/**
 * Gauges of what is stored: one small query each time that metrics are collected, and the same one for two gauges that
 * are collected together. Every replica tells the same.
 */
export function observeHealth(options: {
  clock?: Clock;
  db: Knex;
  logger: LoggerService;
  metrics: MetricsService;
}): void {
  const { clock = Date.now, db, logger, metrics } = options;
  const answers = new SharedAnswers();
  const queue = () => answers.share('queue', () => readQueue(db, clock()));

  observe('scorecards.evaluation.queue.length', {
    description: 'Entities that are due',
    unit: '{entity}',
    read: async result => result.observe((await queue()).due),
  });
  observe('scorecards.evaluation.lag', {
    description: 'How long the oldest of them has been due',
    unit: 's',
    async read(result) {
      const { oldestDueAt } = await queue();
      result.observe(oldestDueAt === null ? 0 : secondsSince(oldestDueAt));
    },
  });
  observe('scorecards.source.success.age', {
    description:
      'Time since a fact source last did its work; none for one that never did',
    unit: 's',
    async read(result) {
      const rows = await db<DbFactSourceRow>('fact_sources')
        .select('id', 'last_success_at')
        .whereNotNull('last_success_at');
      for (const { id, last_success_at: at } of rows) {
        result.observe(secondsSince(Number(at)), { source: id });
      }
    },
  });

  function secondsSince(time: number): number {
    return Math.max(0, clock() - time) / 1_000;
  }

  /** Without a database there is no value, and the other metrics go on. */
  function observe(
    name: string,
    gauge: {
      description: string;
      unit: string;
      read(result: MetricsServiceObservableResult): Promise<void>;
    },
  ): void {
    const { description, unit, read } = gauge;
    metrics
      .createObservableGauge(name, { description, unit })
      .addCallback(async result => {
        try {
          await read(result);
        } catch (error) {
          logger.debug(`No value of metric '${name}'`, toError(error));
        }
      });
  }
}
