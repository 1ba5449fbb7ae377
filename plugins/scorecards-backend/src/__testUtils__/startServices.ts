import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { FactSource } from '@fairlead/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { createServices } from '../createServices';
import { createDatabase } from '../database/createDatabase';
import { DbResultRow, DbTransitionRow } from '../database/tables';
import { readStatuses } from '../database/storedChecks';
import { Instruments } from '../intake/metrics/Instruments';
import { FactDeclarations } from '../intake/facts/FactDeclarations';
import { readDeclaredFactsFromConfig } from '../intake/facts/readDeclaredFacts';
import { TestCatalog } from './TestCatalog';

/** Noon of a day in UTC. */
export const NOON = Date.parse('2026-11-20T12:00:00Z');

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The facts that `scorecard()` reads when no ids are given. */
export const HULL_FACTS: JsonObject[] = ['leaks', 'barnacles', 'dents'].map(
  name => ({
    id: `harbour.hull.${name}`,
    type: 'number',
    unit: 'count',
    title: name,
    description: `How many ${name} the hull has.`,
    timeToLive: '1d',
  }),
);

const started = new Set<{ evaluator: { stop(): Promise<void> } }>();

// Stop judging before the test's database is removed.
afterEach(async () => {
  await Promise.all([...started].map(({ evaluator }) => evaluator.stop()));
  started.clear();
});

/** All services of one process on a database, with a catalog and a clock of the test's own. */
export async function startServices(options: {
  catalog?: TestCatalog;
  clock?: { now: number };
  config?: JsonObject;
  entities?: Entity[];
  instruments?: Instruments;
  knex: Knex;
  sources?: FactSource[];
}) {
  const clock = options.clock ?? { now: NOON };
  const catalog = options.catalog ?? new TestCatalog(options.entities);
  const config = mockServices.rootConfig({
    data: { scorecards: { facts: HULL_FACTS, ...options.config } },
  });
  const declarations = new FactDeclarations();
  options.sources?.forEach(source => declarations.addSource(source));
  declarations.addConfigured(readDeclaredFactsFromConfig(config));
  const db = await createDatabase(
    mockServices.database({ knex: options.knex }),
  );
  const notifications = { send: jest.fn(async () => {}) };
  const services = createServices({
    notifications,
    auth: mockServices.auth(),
    catalog: catalog.service,
    clock: () => clock.now,
    config,
    db,
    declarations,
    instruments: options.instruments,
    logger: mockServices.logger.mock({
      child: () => mockServices.logger.mock(),
    }),
  });
  started.add(services);
  return {
    ...services,
    catalog,
    clock,
    db,
    declarations,
    notifications,

    /** What the tasks do: follows the catalog and evaluates all that is due. */
    async catchUp() {
      await services.entitySync.run();
      if (await services.definitionSync.run()) {
        services.definitions.forget();
      }
      await services.bulk.run();
      return services.evaluator.run();
    },

    /** Sends facts as a program would. */
    async send(
      entityRef: string,
      values: Record<string, number>,
      observedAt: number = clock.now,
    ) {
      return services.sink.put([
        {
          entityRef,
          source: 'inspector',
          observedAt: new Date(observedAt).toISOString(),
          values: Object.fromEntries(
            Object.entries(values).map(([name, value]) => [
              `harbour.hull.${name}`,
              value,
            ]),
          ),
        },
      ]);
    },

    async results() {
      const rows: DbResultRow[] = await db('results')
        .select('*')
        .orderBy(['scorecard_ref', 'entity_ref']);
      return rows.map(row => ({
        scorecardRef: row.scorecard_ref,
        entityRef: row.entity_ref,
        level: row.level,
        statuses: readStatuses(row.statuses),
        version: row.version,
      }));
    },

    async transitions() {
      const rows: DbTransitionRow[] = await db('transitions')
        .select('*')
        .orderBy('id');
      return rows.map(row => ({
        entityRef: row.entity_ref,
        checkId: row.check_id,
        from: row.from,
        to: row.to,
        cause: row.cause,
      }));
    },
  };
}
