import { TestDatabases } from '@backstage/backend-test-utils';
import { EntityFactsSchema } from '../schema/facts';
import {
  EntityLevelsSchema,
  EntityScorecardsSchema,
  TransitionsSchema,
} from '../schema/results';
import { entities, READINESS } from './__testUtils__/fixtures';
import { startScorecards } from './__testUtils__/startScorecards';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('entity routes (%s)', id => {
  let portal: Awaited<ReturnType<typeof startScorecards>>;

  beforeAll(async () => {
    portal = await startScorecards({ db: await databases.init(id) });
  });

  it('reads how an entity stands with each of its scorecards', async () => {
    const { body } = await portal
      .get('/entities/Component/default/cart')
      .expect(200);

    expect(EntityScorecardsSchema.parse(body)).toMatchObject({
      entityRef: 'component:default/cart',
      scorecards: [
        {
          scorecardRef: READINESS,
          title: 'Readiness',
          level: 'bronze',
          levels: ['bronze', 'silver'],
          score: 2 / 3,
          scoreParts: { pass: 2, total: 3 },
          next: { level: 'silver', checks: ['fast'] },
          checks: [
            {
              id: 'described',
              status: 'pass',
              why: 'A reader wants to know.',
              fix: { text: 'Set `metadata.description`.' },
            },
            {
              id: 'fast',
              status: 'fail',
              weight: 1,
              evidence: [{ path: 'facts.ci.build.minutes', value: 30 }],
            },
          ],
        },
      ],
    });
  });

  it('answers 304 while nothing changed, and anew once a fact did', async () => {
    const path = '/entities/component/default/search';
    const first = await portal.get(path).expect(200);
    await portal
      .get(path)
      .set('If-None-Match', first.headers.etag)
      .expect(304, '');

    await portal.asPlugin
      .post('/facts', {
        facts: [
          {
            entityRef: 'component:default/search',
            source: 'ci',
            values: { 'ci.build.minutes': 8 },
          },
        ],
      })
      .expect(202);
    await portal.evaluate();

    const { body } = await portal
      .get(path)
      .set('If-None-Match', first.headers.etag)
      .expect(200);
    expect(body.scorecards[0].level).toBe('silver');
  });

  it('lists an entity that no scorecard judges with none, and says so while it may not stay so', async () => {
    const path = '/entities/group/default/payments';
    await portal.db('scorecards').update({ evaluated_version: 0 });
    const early = await portal.get(path).expect(200);
    expect(EntityScorecardsSchema.parse(early.body)).toMatchObject({
      scorecards: [],
      awaits: 'evaluation',
    });

    await portal.run('evaluate-definitions');
    const { body } = await portal.get(path).expect(200);
    expect(body).toMatchObject({ scorecards: [] });
    expect(body).not.toHaveProperty('awaits');
  });

  it('tells an entity that no scorecard judges from a portal where none is in force yet', async () => {
    const young = await startScorecards({
      db: await databases.init(id),
      entities: entities.filter(({ kind }) => kind !== 'Scorecard'),
    });
    const { body } = await young
      .get('/entities/group/default/payments')
      .expect(200);
    expect(body).toMatchObject({
      evaluatedAt: expect.any(String),
      scorecards: [],
      awaits: 'scorecards',
    });
  });

  it.each([
    '/entities/component/default/nobody',
    '/entities/component/default/nobody/transitions',
    '/facts/component/default/nobody',
  ])('answers 404 for the unknown entity of %s', async path => {
    const { body } = await portal.get(path).expect(404);
    expect(body.error).toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining(`'component:default/nobody'`),
    });
  });

  it('reads the facts of an entity', async () => {
    const { body } = await portal
      .get('/facts/component/default/checkout')
      .expect(200);
    expect(EntityFactsSchema.parse(body).facts).toContainEqual(
      expect.objectContaining({
        id: 'ci.build.minutes',
        value: 5,
        source: 'ci',
        state: 'ok',
      }),
    );
  });

  it('lists transitions page by page, newest first', async () => {
    const path = '/entities/component/default/formula/transitions';
    await portal.asPlugin
      .post('/facts', {
        facts: [
          {
            entityRef: 'component:default/formula',
            source: 'ci',
            values: { 'ci.build.minutes': 8 },
          },
        ],
      })
      .expect(202);
    await portal.evaluate();
    const { body: all } = await portal.get(path).expect(200);
    expect(TransitionsSchema.parse(all)).toMatchObject({
      totalItems: 2,
      items: [
        { checkId: 'fast', from: 'no-data', to: 'pass', cause: 'facts' },
        { checkId: null, from: null, to: null },
      ],
    });

    const seen = [];
    let cursor: string | undefined;
    do {
      const { body } = await portal
        .get(path)
        .query({ limit: 1, cursor })
        .expect(200);
      seen.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(all.items);
    const { body: none } = await portal
      .get(path)
      .query({ scorecardRef: 'other' })
      .expect(200);
    expect(none).toEqual({ items: [], totalItems: 0 });
  });

  it('reads the levels of many entities in the order asked for', async () => {
    const { body } = await portal
      .post('/entities/by-refs', {
        entityRefs: [
          'component:orphan',
          'component:default/nobody',
          'Component:default/Checkout',
          'component:orphan',
        ],
      })
      .expect(200);
    expect(EntityLevelsSchema.parse(body).items).toEqual([
      {
        entityRef: 'component:default/orphan',
        scorecards: [
          expect.objectContaining({ scorecardRef: READINESS, level: null }),
        ],
      },
      {
        entityRef: 'component:default/checkout',
        scorecards: [
          expect.objectContaining({ scorecardRef: READINESS, level: 'silver' }),
        ],
      },
    ]);
  });
});
