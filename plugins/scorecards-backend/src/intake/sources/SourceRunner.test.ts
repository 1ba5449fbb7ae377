import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { JsonValue } from '@backstage/types';
import { FactDeclaration } from '@fairlead/backstage-plugin-scorecards-common';
import {
  FactSource,
  FactSourceContext,
  ObservedFactsPage,
} from '@fairlead/backstage-plugin-scorecards-node';
import { component, COMPONENT, entity } from '../../__testUtils__/entities';
import { MINUTE, startServices } from '../../__testUtils__/startServices';
import { findEnabledSources, scheduleSources } from './scheduleSources';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const TUG = 'component:default/tug';

function source(
  observe: FactSource['observe'],
  more: Partial<FactSource> = {},
): FactSource {
  return {
    id: 'radar',
    title: 'Radar',
    facts: [
      {
        id: 'radar.echo.seen',
        type: 'boolean',
        title: 'Echo seen',
        description: 'Whether the radar saw it.',
      },
    ],
    schedule: { frequency: { hours: 1 }, timeout: { minutes: 1 } },
    observe,
    ...more,
  };
}

const seen = (entityRef: string, value = true) => ({
  entityRef,
  values: { 'radar.echo.seen': value },
});

describe.each(databases.eachSupportedId())('SourceRunner, %s', id => {
  async function start(...sources: FactSource[]) {
    const services = await startServices({
      knex: await databases.init(id),
      entities: [component(), component('tug')],
      sources,
    });
    await services.entitySync.run();
    return {
      ...services,
      run: (one = sources[0], signal = new AbortController().signal) =>
        services.runner.run(one, { signal }),
      values: async () =>
        Object.fromEntries(
          (await services.db('facts').orderBy('entity_ref')).map(row => [
            row.entity_ref,
            row.error ?? JSON.parse(row.value),
          ]),
        ),
    };
  }

  it('stores page by page, each before the next is asked for', async () => {
    const found: unknown[] = [];
    let look = async () => ({});
    const radar = source(async function* observe() {
      yield { items: [seen(COMPONENT)] };
      found.push(await look());
      yield { items: [seen(TUG, false)] };
    });
    const services = await start(radar);
    look = services.values;
    await services.run();
    expect(found).toEqual([{ [COMPONENT]: true }]);
    expect(await services.values()).toEqual({
      [COMPONENT]: true,
      [TUG]: false,
    });
    expect(await services.runs.list()).toEqual([
      {
        id: 'radar',
        title: 'Radar',
        facts: ['radar.echo.seen'],
        lastStartedAt: '2026-11-20T12:00:00.000Z',
        lastFinishedAt: '2026-11-20T12:00:00.000Z',
        lastSuccessAt: '2026-11-20T12:00:00.000Z',
        lastOutcome: 'success',
        entities: 2,
        entitiesInError: 0,
      },
    ]);
  });

  it('declares what a source comes to know of, after a restart and in other processes too', async () => {
    const depth: FactDeclaration = {
      id: 'radar.depth.metres',
      type: 'number',
      title: 'Depth',
      description: 'As the radar found it.',
      timeToLive: '1h',
    };
    const found = (declares: FactDeclaration[], value: JsonValue) =>
      source(async function* observe() {
        yield {
          declares,
          items: [
            { entityRef: COMPONENT, values: { 'radar.depth.metres': value } },
          ],
        };
      });
    const radar = found([depth], 7);
    const services = await start(radar);
    const knownBy = async ({ knownFacts }: typeof services) =>
      (await knownFacts.list()).find(fact => fact.id === depth.id);
    const idle = await startServices({
      knex: services.db,
      sources: [source(async function* observe() {})],
    });
    await services.run();
    expect(await services.values()).toEqual({ [COMPONENT]: 7 });
    expect(await services.runs.list()).toMatchObject([
      { facts: ['radar.echo.seen', depth.id], lastOutcome: 'success' },
    ]);
    const known = { ...depth, sources: ['radar'], declared: true };
    expect(await knownBy(services)).toEqual(known);
    // In another process, which did not run it; and in one that starts now.
    expect(await knownBy(idle as typeof services)).toEqual(known);
    expect(idle.declarations.get(depth.id)).toBeUndefined();
    await idle.discovered.load();
    expect(idle.declarations.get(depth.id)).toMatchObject({
      declaration: depth,
      source: 'radar',
      timeToLive: 60 * MINUTE,
    });

    services.clock.now += MINUTE;
    await services.run(found([{ ...depth, type: 'string' }], 'deep'));
    expect(await services.values()).toEqual({ [COMPONENT]: 'deep' });
    // The other process was told something else before.
    expect(await knownBy(idle as typeof services)).toEqual({
      ...known,
      type: 'string',
    });
    await services.run(found([{ ...depth, id: 'harbour.hull.leaks' }], 1));
    expect(await services.runs.list()).toMatchObject([
      {
        lastOutcome: 'failure',
        lastError: expect.stringContaining(
          "'harbour.hull.leaks' is declared by fact source 'radar', and by the configuration already",
        ),
      },
    ]);
  });

  it('streams the entities of the catalog, filtered', async () => {
    const radar = source(async function* observe({ entities }) {
      for await (const page of entities({
        filter: { 'metadata.name': 'tug' },
      })) {
        yield {
          items: page.map(item => seen(`component:${item.metadata.name}`)),
        };
      }
    });
    const { run, values } = await start(radar);
    await run();
    expect(await values()).toEqual({ [TUG]: true });
  });

  it('goes on from the cursor of the last page that was stored', async () => {
    const cursors: unknown[] = [];
    const radar = source(async function* observe({ cursor }) {
      cursors.push(cursor);
      yield { items: [seen(COMPONENT)], cursor: 'one' };
      yield { items: [seen(TUG)], cursor: 'two' };
      throw new Error('Lost the signal');
    });
    const { run, runs } = await start(radar);
    await run();
    await run();
    expect(cursors).toEqual([undefined, 'two']);
    expect(await runs.list()).toMatchObject([
      { lastOutcome: 'failure', lastError: 'Lost the signal', entities: 2 },
    ]);
  });

  it('keeps one failing source from touching the others, and the values it had', async () => {
    const broken = source(
      async function* observe(): AsyncIterable<ObservedFactsPage> {
        throw new TypeError('fetch failed', { cause: new Error('no route') });
      },
      { id: 'sonar', facts: [] },
    );
    const radar = source(async function* observe() {
      yield { items: [seen(COMPONENT)] };
    });
    const { run, runs, values } = await start(radar, broken);
    await run(radar);
    await run(broken);
    expect(await values()).toEqual({ [COMPONENT]: true });
    expect(await runs.list()).toMatchObject([
      { id: 'radar', lastOutcome: 'success' },
      {
        id: 'sonar',
        lastOutcome: 'failure',
        lastError: 'fetch failed: no route',
      },
    ]);
  });

  it('turns what it failed on for one entity into an error fact of that entity', async () => {
    const radar = source(async function* observe() {
      yield {
        items: [
          seen(COMPONENT),
          {
            entityRef: TUG,
            values: {},
            failures: { 'radar.echo.seen': { error: 'Fog' } },
          },
        ],
      };
    });
    const { run, runs, values } = await start(radar);
    await run();
    expect(await values()).toEqual({ [COMPONENT]: true, [TUG]: 'Fog' });
    expect(await runs.list()).toMatchObject([
      {
        lastOutcome: 'partial',
        lastError: `failed on 1 entities, the first: ${TUG}: Fog`,
        entitiesInError: 1,
      },
    ]);
  });

  it('refuses facts that the source does not declare, and says which', async () => {
    const radar = source(async function* observe() {
      yield {
        items: [
          { entityRef: TUG, values: { 'radar.echo.size': 3 } },
          seen(COMPONENT),
        ],
      };
    });
    const { run, runs, values } = await start(radar);
    await run();
    expect(await values()).toEqual({ [COMPONENT]: true });
    expect(await runs.list()).toMatchObject([
      {
        lastOutcome: 'partial',
        lastError: expect.stringContaining(
          `'radar.echo.size' is not declared by fact source 'radar'`,
        ),
      },
    ]);
  });

  it('leads no source to a private address that is not allowed', async () => {
    const radar = source(async function* observe({ fetch }) {
      await fetch('http://169.254.169.254/latest/meta-data');
      yield { items: [seen(COMPONENT)] };
    });
    const services = await start(radar);
    await services.run();
    expect(await services.runs.list()).toMatchObject([
      {
        lastOutcome: 'failure',
        lastError: expect.stringContaining('scorecards.outgoing.allowedHosts'),
      },
    ]);
  });

  it('stops a source that hangs when its time is over', async () => {
    const timeout = new AbortController();
    let isClosed = false;
    const radar = source(async function* observe({ signal }) {
      try {
        yield { items: [seen(COMPONENT)] };
        timeout.abort();
        await new Promise(resolve => {
          if (!signal.aborted) {
            signal.addEventListener('abort', resolve);
          }
        });
      } finally {
        isClosed = true;
      }
    });
    const { run, runs, values } = await start(radar);
    await run(radar, timeout.signal);
    expect(await values()).toEqual({ [COMPONENT]: true });
    expect(isClosed).toBe(false);
    expect(await runs.list()).toMatchObject([
      {
        lastOutcome: 'failure',
        lastError: 'stopped at its timeout, or at shutdown',
      },
    ]);
  });

  it('hands over what changed, and then neither takes nor keeps a cursor', async () => {
    const contexts: FactSourceContext[] = [];
    const radar = source(async function* observe(context) {
      contexts.push(context);
      yield { items: [seen(COMPONENT)], cursor: 'next' };
    });
    const { run, runner } = await start(radar);
    await run();
    const changed = new Set([TUG]);
    await runner.run(radar, { signal: new AbortController().signal, changed });
    expect(contexts[1]).toMatchObject({ changed, cursor: undefined });
  });

  it('tells when an entity was last seen to change', async () => {
    const { catalog, clock, entities, entitySync } = await start();
    clock.now += MINUTE;
    catalog.put(entity('Component:tug', { description: 'Strong' }));
    await entitySync.run();
    expect(await entities.lastChanged([COMPONENT, TUG, 'api:x/y'])).toEqual(
      new Map([
        [COMPONENT, '2026-11-20T12:00:00.000Z'],
        [TUG, '2026-11-20T12:01:00.000Z'],
      ]),
    );
  });
});

describe('scheduleSources', () => {
  const radar = source(async function* observe() {});
  const sonar = source(async function* observe() {}, { id: 'sonar' });
  const config = mockServices.rootConfig({
    data: {
      scorecards: {
        sources: {
          radar: {
            schedule: {
              frequency: { minutes: 5 },
              timeout: { seconds: 30 },
            },
          },
          sonar: { enabled: false },
        },
      },
    },
  });

  it('runs enabled sources, when the configuration says so', async () => {
    const scheduler = mockServices.scheduler.mock();
    const sources = findEnabledSources([radar, sonar], config);
    await scheduleSources({
      config,
      runner: { run: jest.fn() },
      scheduler,
      sources,
    });
    expect(scheduler.scheduleTask.mock.calls).toEqual([
      [
        {
          id: 'fact-source-radar',
          scope: 'global',
          frequency: { minutes: 5 },
          timeout: { seconds: 30 },
          fn: expect.any(Function),
        },
      ],
    ]);
  });
});
