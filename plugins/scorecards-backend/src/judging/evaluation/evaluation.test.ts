import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  component,
  COMPONENT,
  entity,
  scorecard,
  SCORECARD,
  team,
  TEAM,
} from '../../__testUtils__/entities';
import {
  DAY,
  MINUTE,
  NOON,
  startServices,
} from '../../__testUtils__/startServices';
import { DefaultEvaluator } from './DefaultEvaluator';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('evaluation, %s', id => {
  async function start(
    options: Partial<Parameters<typeof startServices>[0]> = {},
  ) {
    const knex = options.knex ?? (await databases.init(id));
    return startServices({
      entities: [component(), team(), scorecard()],
      ...options,
      knex,
    });
  }

  it('judges an entity of the catalog, and again when a fact of it changed', async () => {
    const { catchUp, evaluator, results, send, transitions } = await start();

    await catchUp();
    expect(await results()).toEqual([
      {
        scorecardRef: SCORECARD,
        entityRef: COMPONENT,
        level: null,
        statuses: ['no-data'],
        version: 1,
      },
    ]);

    await send(COMPONENT, { leaks: 3 });
    await evaluator.run();
    expect(await results()).toMatchObject([
      { level: 'gold', statuses: ['pass'] },
    ]);
    expect(await transitions()).toMatchObject([
      { checkId: null, from: null, to: null, cause: 'entity' },
      { checkId: null, from: null, to: 'gold', cause: 'facts' },
      { checkId: 'leaks', from: 'no-data', to: 'pass', cause: 'facts' },
    ]);
  });

  it('judges without being asked once facts were put', async () => {
    const { catchUp, db, evaluator, results, send } = await start();
    await catchUp();
    await send(COMPONENT, { leaks: 3 });
    await evaluator.stop();
    expect(await results()).toMatchObject([{ level: 'gold' }]);
    expect(await db('entities').whereNotNull('claimed_until')).toEqual([]);
  });

  it('turns a result when the clock does, and not before', async () => {
    const { catchUp, clock, evaluator, results, send, transitions } =
      await start();
    await catchUp();
    await send(COMPONENT, { leaks: 3 });
    await evaluator.run();

    clock.now += DAY - 1;
    expect(await evaluator.run()).toBe(0);
    clock.now += 1;
    expect(await evaluator.run()).toBe(1);
    expect(await results()).toMatchObject([
      { level: null, statuses: ['stale'] },
    ]);
    expect((await transitions()).slice(3)).toMatchObject([
      { checkId: null, from: 'gold', to: null, cause: 'clock' },
      { checkId: 'leaks', from: 'pass', to: 'stale', cause: 'clock' },
    ]);
  });

  it('keeps since when a check has its status, while others of the scorecard change', async () => {
    const { catchUp, clock, db, evaluator, send } = await start({
      entities: [
        component(),
        scorecard({ checks: [{ id: 'leaks' }, { id: 'dents' }] }),
      ],
    });
    await catchUp();
    await send(COMPONENT, { leaks: 3 });
    await evaluator.run();
    clock.now += 10 * MINUTE;
    await send(COMPONENT, { dents: 99 });
    await evaluator.run();
    const { checks } = await db('results').first('checks');
    expect(JSON.parse(checks)).toMatchObject([
      { since: NOON },
      { since: NOON + 10 * MINUTE },
    ]);
  });

  it('blames the entity where its own fields decided', async () => {
    const rule = { 'spec.lifecycle': 'production' };
    const { catalog, catchUp, transitions } = await start({
      entities: [component(), scorecard({ checks: [{ id: 'live', rule }] })],
    });
    await catchUp();
    const changed = component();
    catalog.put({ ...changed, spec: { ...changed.spec, lifecycle: 'old' } });
    await catchUp();
    expect((await transitions()).slice(1)).toMatchObject([
      { checkId: null, from: 'gold', to: null, cause: 'entity' },
      { checkId: 'live', from: 'pass', to: 'fail', cause: 'entity' },
    ]);
  });

  it('removes a result where the scorecard no longer applies, and says so', async () => {
    const { catalog, catchUp, evaluator, results, send, transitions } =
      await start({
        entities: [
          component(),
          scorecard({ appliesTo: { 'spec.type': 'service' } }),
        ],
      });
    await catchUp();
    await send(COMPONENT, { leaks: 1 });
    await evaluator.run();
    const changed = component();
    catalog.put({ ...changed, spec: { ...changed.spec, type: 'library' } });
    await catchUp();
    expect(await results()).toEqual([]);
    expect((await transitions()).slice(-1)).toEqual([
      {
        entityRef: COMPONENT,
        checkId: null,
        from: 'gold',
        to: null,
        cause: 'entity',
      },
    ]);
  });

  it('judges all entities again under a new definition, and writes nothing when asked once more', async () => {
    const others = Array.from({ length: 120 }, (_, n) => component(`c${n}`));
    const { bulk, catalog, catchUp, definitions, results, send, transitions } =
      await start({ entities: [component(), ...others, scorecard()] });
    await catchUp();
    await send(COMPONENT, { leaks: 12 });
    await catchUp();

    catalog.put(
      scorecard({
        checks: [{ id: 'leaks', rule: { 'facts.harbour.hull.leaks': 12 } }],
      }),
    );
    await catchUp();
    expect(await results()).toHaveLength(121);
    expect((await results()).every(({ version }) => version === 2)).toBe(true);
    expect((await transitions()).slice(-2)).toMatchObject([
      { checkId: null, from: null, to: 'gold', cause: 'definition' },
      { checkId: 'leaks', from: 'fail', to: 'pass', cause: 'definition' },
    ]);
    expect(await definitions.listVersions(SCORECARD)).toMatchObject([
      { version: 1, changes: ['First version'] },
      {
        version: 2,
        changes: [
          `Check 'leaks' now wants harbour.hull.leaks is 12, before harbour.hull.leaks is at most 10`,
        ],
      },
    ]);
    expect(await bulk.evaluate(await definitions.list())).toEqual({
      entities: 122,
      written: 0,
    });
  });

  it('keeps the last good version in force while the newest is wrong', async () => {
    const { catalog, catchUp, definitions, results } = await start();
    await catchUp();
    catalog.put(
      scorecard({
        checks: [{ id: 'leaks', rule: { 'facts.harbour.hull.leeks': 1 } }],
      }),
    );
    await catchUp();
    expect(await definitions.get(SCORECARD)).toMatchObject({
      version: 1,
      problems: [
        {
          path: expect.stringContaining('spec.checks[0].rule'),
          message: expect.stringContaining('harbour.hull.leaks'),
        },
      ],
    });
    expect(await results()).toHaveLength(1);

    catalog.put(scorecard());
    await catchUp();
    expect(await definitions.get(SCORECARD)).toMatchObject({
      version: 1,
      problems: [],
    });
  });

  it('tells what the catalog itself finds wrong with the newest version', async () => {
    const { catalog, catchUp, definitions, results } = await start();
    await catchUp();
    const message = 'InputError: /spec/levels must be array';
    catalog.put({
      ...scorecard(),
      status: {
        items: [
          {
            type: 'backstage.io/catalog-processing',
            level: 'error',
            message,
            error: { name: 'InputError', message },
          },
          { type: 'example.com/other', level: 'error', message: 'Not ours' },
        ],
      },
    } as Entity);
    await catchUp();
    expect(await definitions.get(SCORECARD)).toMatchObject({
      version: 1,
      problems: [
        {
          path: '',
          message: `The catalog does not take the newest version of the file: ${message}`,
        },
      ],
    });
    expect(await results()).toHaveLength(1);

    catalog.put(scorecard());
    await catchUp();
    expect(await definitions.get(SCORECARD)).toMatchObject({ problems: [] });
  });

  it('names a scorecard no version of which was ever good', async () => {
    const { catchUp, definitions } = await start({
      entities: [component(), scorecard({ appliesTo: { $maybe: true } })],
    });
    await catchUp();
    expect(await definitions.list()).toEqual([]);
    expect(await definitions.listRefused()).toMatchObject([
      {
        scorecardRef: SCORECARD,
        problems: [{ path: 'spec.appliesTo.$maybe' }],
      },
    ]);
  });

  it('takes the results away with a scorecard, and keeps its versions', async () => {
    const { catalog, catchUp, definitions, results } = await start();
    await catchUp();
    catalog.remove(SCORECARD);
    await catchUp();
    expect(await definitions.list()).toEqual([]);
    expect(await results()).toEqual([]);
    expect(await definitions.listVersions(SCORECARD)).toHaveLength(1);

    catalog.put(scorecard());
    await catchUp();
    expect(await results()).toMatchObject([{ version: 2 }]);
  });

  it('lets a waiver in force lift a check, until it expires', async () => {
    const {
      catchUp,
      clock,
      evaluator,
      results,
      send,
      transitions,
      waiverService,
    } = await start();
    await catchUp();
    await send(COMPONENT, { leaks: 99 });
    await evaluator.run();
    const member = (name: string) => ({
      ref: `user:default/${name}`,
      ownershipRefs: [TEAM],
      principal: 'user' as const,
    });
    const { id: waiverId } = await waiverService.request({
      scorecardRef: SCORECARD,
      checkId: 'leaks',
      entityRef: COMPONENT,
      reason: 'In dry dock',
      expiresAt: new Date(clock.now + MINUTE).toISOString(),
      actor: member('mira'),
    });
    await waiverService.decide({
      id: waiverId,
      decision: 'approve',
      actor: member('ole'),
    });
    await evaluator.run();
    expect(await results()).toMatchObject([
      { level: 'gold', statuses: ['waived'] },
    ]);
    clock.now += MINUTE;
    await evaluator.run();
    expect(await results()).toMatchObject([
      { level: null, statuses: ['fail'] },
    ]);
    expect((await transitions()).map(({ cause }) => cause)).toEqual([
      'entity',
      'facts',
      'waiver',
      'waiver',
      'waiver',
      'waiver',
    ]);
  });

  it('scores entities of any kind', async () => {
    const kinds = ['System', 'API', 'Resource', 'Group', 'Domain'] as const;
    const { catchUp, results } = await start({
      entities: [
        ...kinds.map(kind => entity(`${kind}:thing`)),
        scorecard({ appliesTo: { 'metadata.name': 'thing' } }),
      ],
    });
    await catchUp();
    expect((await results()).map(({ entityRef }) => entityRef)).toEqual(
      kinds.map(kind => `${kind.toLowerCase()}:default/thing`).sort(),
    );
  });

  it('takes up again what a process that died had in hand', async () => {
    const { catchUp, clock, db, evaluator, results, send } = await start();
    await catchUp();
    await db('entities').update({ claimed_until: clock.now + MINUTE });
    await send(COMPONENT, { leaks: 3 });
    expect(await evaluator.run()).toBe(0);
    clock.now += MINUTE;
    expect(await evaluator.run()).toBe(1);
    expect(await results()).toMatchObject([{ level: 'gold' }]);
  });

  it('lets two replicas share the work, each entity judged once', async () => {
    const components = Array.from({ length: 450 }, (_, n) =>
      component(`c${n}`),
    );
    const knex = await databases.init(id);
    const one = await start({ knex, entities: [...components, scorecard()] });
    const other = await start({ knex, catalog: one.catalog });
    await one.entitySync.run();
    await one.definitionSync.run();

    const judged = await Promise.all([
      one.evaluator.run(),
      other.evaluator.run(),
    ]);
    expect(judged[0] + judged[1]).toBe(451);
    expect(await one.results()).toHaveLength(450);
    expect(await other.evaluator.run()).toBe(0);
  });

  it('drops a judgement that was overtaken by a newer fact, and judges again', async () => {
    const { catchUp, clock, db, definitions, evaluator, facts, results, send } =
      await start();
    await catchUp();
    await evaluator.stop();
    await send(COMPONENT, { leaks: 3 });
    let overtakes = true;
    const overtaken = DefaultEvaluator.create({
      clock: () => clock.now,
      db,
      definitions,
      facts: {
        list: ref => facts.list(ref),
        async listByEntities(refs, options) {
          const seen = await facts.listByEntities(refs, options);
          if (overtakes) {
            overtakes = false;
            await send(COMPONENT, { leaks: 99 }, clock.now + 1);
          }
          return seen;
        },
      },
      logger: mockServices.logger.mock(),
    });
    expect(await overtaken.run()).toBe(1);
    expect(await results()).toMatchObject([{ statuses: ['fail'] }]);
    expect(await db('transitions').where('to', 'pass')).toEqual([]);
  });
});
