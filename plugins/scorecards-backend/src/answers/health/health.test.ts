import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { FactSource } from '@fairlead/backstage-plugin-scorecards-node';
import { component, COMPONENT, scorecard } from '../../__testUtils__/entities';
import { MINUTE, NOON, startServices } from '../../__testUtils__/startServices';
import { startScorecards } from '../../doors/routes/__testUtils__/startScorecards';
import { createInstruments } from '../../intake/metrics/Instruments';
import { DatabaseHealth, observeHealth } from '.';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

/** Metrics that a test reads: what was counted, and what gauges tell when they are collected. */
function createMetrics() {
  const counted: [string, number, object?][] = [];
  const gauges = new Map<string, (result: any) => Promise<void>>();
  const count = (name: string) => ({
    add: (value: number, attributes?: object) =>
      counted.push([name, value, attributes]),
    record: (_: number, attributes?: object) =>
      counted.push([name, 1, attributes]),
  });
  const metrics = metricsServiceMock.mock({
    createCounter: count as never,
    createHistogram: count as never,
    createObservableGauge: ((name: string) => ({
      addCallback: (callback: never) => gauges.set(name, callback),
      removeCallback: () => {},
    })) as never,
  });
  return {
    counted,
    metrics,
    async collect() {
      const values: [string, number, object?][] = [];
      for (const [name, callback] of gauges) {
        await callback({
          observe: (value: number, attributes?: object) =>
            values.push([name, value, attributes]),
        });
      }
      return values;
    },
  };
}

function source(run: () => void): FactSource {
  return {
    id: 'inspector',
    title: 'Inspector',
    facts: [],
    schedule: { frequency: { hours: 1 }, timeout: { minutes: 1 } },
    async *observe() {
      run();
      yield {
        items: [{ entityRef: COMPONENT, values: {} }],
      };
    },
  };
}

describe.each(databases.eachSupportedId())('health, %s', id => {
  async function start() {
    const { metrics, ...read } = createMetrics();
    const services = await startServices({
      knex: await databases.init(id),
      instruments: createInstruments(metrics),
      entities: [
        component(),
        scorecard({ checks: [{ id: 'leaks' }, { id: 'dents' }] }),
        scorecard({
          name: 'wrong',
          checks: [{ id: 'holes', rule: { 'facts.no.such': true } }],
        }),
      ],
    });
    observeHealth({
      clock: () => services.clock.now,
      db: services.db,
      logger: mockServices.logger.mock(),
      metrics,
    });
    const health = DatabaseHealth.create({
      ...services,
      clock: () => services.clock.now,
      known: services.knownFacts,
      statuses: services.runs,
    });
    return { ...services, ...read, health };
  }

  it('tells what is due, what is asked for and never came, and what is refused', async () => {
    const { catchUp, clock, definitionSync, entitySync, health, send } =
      await start();
    await entitySync.run();
    await definitionSync.run();
    clock.now += MINUTE;
    expect(await health.read()).toMatchObject({
      at: '2026-11-20T12:01:00.000Z',
      evaluation: {
        due: 3,
        oldestDueAt: new Date(NOON).toISOString(),
        leased: 0,
        leasesOver: 0,
        unfinished: ['scorecard:default/seaworthy'],
      },
      costlyChecks: [],
    });

    await catchUp();
    await send(COMPONENT, { leaks: 3 });
    await catchUp();
    expect(await health.read()).toMatchObject({
      evaluation: { due: 0, oldestDueAt: null, unfinished: [] },
      costlyChecks: [
        {
          scorecardRef: 'scorecard:default/seaworthy',
          title: expect.stringMatching(/^Few /),
          steps: expect.any(Number),
          samples: 1,
        },
        {},
      ],
      missingFacts: [
        {
          factId: 'harbour.hull.dents',
          state: 'never-received',
          scorecardRefs: ['scorecard:default/seaworthy'],
        },
      ],
      refused: [
        {
          scorecardRef: 'scorecard:default/wrong',
          versionInForce: null,
          problems: [{ path: expect.stringContaining('rule') }],
        },
      ],
    });
  });

  it('tells of a definition that was good before, and of leases that are over', async () => {
    const { catalog, catchUp, clock, db, health } = await start();
    await catchUp();
    catalog.put(
      scorecard({ checks: [{ id: 'leaks', rule: { 'facts.no.such': true } }] }),
    );
    await catchUp();
    await db('entities')
      .where('entity_ref', COMPONENT)
      .update({ claimed_until: clock.now - 1 });
    const { evaluation, refused } = await health.read();
    expect(evaluation).toMatchObject({ leased: 0, leasesOver: 1 });
    expect(refused.map(one => [one.scorecardRef, one.versionInForce])).toEqual([
      ['scorecard:default/wrong', null],
      ['scorecard:default/seaworthy', 1],
    ]);
  });

  it('counts for metrics, and tells gauges what is stored', async () => {
    const {
      catchUp,
      clock,
      collect,
      counted,
      definitionSync,
      entitySync,
      runner,
      runs,
      send,
    } = await start();
    await entitySync.run();
    await definitionSync.run();
    clock.now += MINUTE;
    expect(await collect()).toEqual([
      ['scorecards.evaluation.queue.length', 3, undefined],
      ['scorecards.evaluation.lag', 60, undefined],
    ]);
    await catchUp();
    expect(counted).toEqual(
      expect.arrayContaining([
        ['scorecards.evaluation.entities', 3, { mode: 'bulk' }],
        ['scorecards.evaluation.duration', 1, { mode: 'queue' }],
      ]),
    );
    await send('component:default/nobody', { leaks: 3 });
    expect(counted).toContainEqual([
      'scorecards.facts.refused',
      1,
      { source: 'sent' },
    ]);

    const { signal } = new AbortController();
    await runner.run(
      source(() => {}),
      { signal },
    );
    clock.now += MINUTE;
    await runner.run(
      source(() => {
        throw new Error('down');
      }),
      { signal },
    );
    clock.now += MINUTE;
    expect(counted).toContainEqual([
      'scorecards.source.runs',
      1,
      { source: 'inspector', outcome: 'failure' },
    ]);
    expect(await collect()).toEqual([
      ['scorecards.evaluation.queue.length', 0, undefined],
      ['scorecards.evaluation.lag', 0, undefined],
      ['scorecards.source.success.age', 120, { source: 'inspector' }],
    ]);
    expect(await runs.list()).toEqual([]);
  });

  it('is for those with the permission', async () => {
    const denied = { result: 'DENY' as never };
    let isAllowed = true;
    const { get } = await startScorecards({
      db: await databases.init(id),
      permissions: {
        authorize: async requests =>
          requests.map(({ permission }) =>
            permission.name === 'scorecards.health.read' && !isAllowed
              ? denied
              : { result: 'ALLOW' as never },
          ),
      },
    });
    const { body } = await get('/health').expect(200);
    expect(body).toMatchObject({
      evaluation: { due: 0 },
      sources: [{ id: 'catalog' }],
    });
    isAllowed = false;
    await get('/health').expect(403);
  });
});
