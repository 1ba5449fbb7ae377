import { TestDatabases } from '@backstage/backend-test-utils';
import { ScorecardEntityRow } from '@fairlead/backstage-plugin-scorecards-common';
import { ScorecardEntitiesSchema } from '../schema/results';
import {
  HistorySchema,
  RollupSchema,
  ScorecardDetailsSchema,
  ScorecardsSchema,
} from '../schema/scorecards';
import { READINESS } from './__testUtils__/fixtures';
import { startScorecards } from './__testUtils__/startScorecards';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ENTITIES = '/scorecards/default/readiness/entities';

describe.each(databases.eachSupportedId())('scorecard routes (%s)', id => {
  let portal: Awaited<ReturnType<typeof startScorecards>>;

  beforeAll(async () => {
    portal = await startScorecards({ db: await databases.init(id) });
  });

  it('lists the scorecards with totals over all levels and statuses', async () => {
    const { body } = await portal.get('/scorecards').expect(200);
    expect(ScorecardsSchema.parse(body)).toMatchObject({
      totalItems: 1,
      items: [
        {
          scorecardRef: READINESS,
          title: 'Readiness',
          owner: 'group:default/platform',
          totals: {
            entities: 5,
            levels: { none: 2, bronze: 2, silver: 1 },
            statuses: { pass: 4, fail: 3, 'no-data': 3, stale: 0 },
          },
          problems: [],
          version: 1,
        },
      ],
    });
  });

  it('reads one scorecard with its definition', async () => {
    const { body } = await portal
      .get('/scorecards/default/readiness')
      .expect(200);
    expect(ScorecardDetailsSchema.parse(body)).toMatchObject({
      definition: { kind: 'Scorecard', spec: { levels: ['bronze', 'silver'] } },
    });
    await portal.get('/scorecards/default/other').expect(404);
  });

  it('lists entities worst first, in pages that add up', async () => {
    const { body: all } = await portal.get(ENTITIES).expect(200);
    expect(ScorecardEntitiesSchema.parse(all).items.map(namesOf)).toEqual([
      'formula',
      'orphan',
      'cart',
      'search',
      'checkout',
    ]);
    expect(all).toMatchObject({
      checkIds: ['described', 'fast'],
      totalItems: 5,
    });
    expect(all.items[2]).toEqual({
      entityRef: 'component:default/cart',
      title: '100 % Cart',
      owner: 'group:default/payments',
      system: 'system:default/shop',
      level: 'bronze',
      score: 2 / 3,
      scoreParts: { pass: 2, total: 3 },
      failing: ['fast'],
      statuses: ['pass', 'fail'],
    });

    for (const limit of [1, 2, 3, 5]) {
      const seen = [];
      let cursor: string | undefined;
      do {
        const { body } = await portal
          .get(ENTITIES)
          .query({ limit, cursor })
          .expect(200);
        expect(body.totalItems).toBe(5);
        seen.push(...body.items);
        cursor = body.nextCursor;
      } while (cursor);
      expect(seen).toEqual(all.items);
    }
  });

  it.each([
    [{ level: 'bronze' }, ['cart', 'search']],
    [{ level: 'none' }, ['formula', 'orphan']],
    [{ status: 'fail' }, ['formula', 'orphan', 'cart']],
    [{ status: 'no-data' }, ['formula', 'orphan', 'search']],
    [{ status: 'stale' }, []],
    [{ check: 'fast', status: 'fail' }, ['cart']],
    [{ check: 'described', status: 'pass' }, ['cart', 'search', 'checkout']],
    [{ check: 'fast' }, ['formula', 'orphan', 'cart', 'search']],
    [{ owner: 'payments' }, ['cart', 'checkout']],
    [{ owner: 'group:default/engineering' }, []],
    [
      { owner: 'engineering', includeDescendants: 'true' },
      ['formula', 'cart', 'search', 'checkout'],
    ],
    [{ owner: 'none' }, ['orphan']],
    [{ system: 'shop', level: 'silver' }, ['checkout']],
    [{ system: 'none' }, ['formula', 'orphan', 'search']],
    [{ domain: 'retail' }, ['cart', 'checkout']],
    [{ domain: 'none' }, ['formula', 'orphan', 'search']],
    [{ text: 'CHECK' }, ['checkout']],
    [{ text: '0 % c' }, ['cart']],
    [{ text: '%' }, ['cart']],
    [{ text: '_' }, []],
  ])('filters by %j', async (query, names) => {
    const { body } = await portal.get(ENTITIES).query(query).expect(200);
    expect(body.items.map(namesOf)).toEqual(names);
    expect(body.totalItems).toBe(names.length);
  });

  it.each([
    ['name', ['cart', 'formula', 'checkout', 'orphan', 'search']],
    ['-name', ['search', 'orphan', 'checkout', 'formula', 'cart']],
    ['owner', ['orphan', 'formula', 'search', 'cart', 'checkout']],
    ['-level', ['checkout', 'search', 'cart', 'orphan', 'formula']],
    ['check:fast', ['cart', 'formula', 'orphan', 'search', 'checkout']],
    ['-check:fast', ['checkout', 'search', 'orphan', 'formula', 'cart']],
  ])('sorts by %s, in pages that add up', async (sort, names) => {
    const seen = [];
    let cursor: string | undefined;
    do {
      const { body } = await portal
        .get(ENTITIES)
        .query({ sort, limit: 2, cursor })
        .expect(200);
      seen.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen.map(namesOf)).toEqual(names);
  });

  it.each([
    ['sort=size', 'sort'],
    ['sort=check:nope', 'sort'],
    ['limit=0', 'limit'],
    ['limit=501', 'limit'],
    ['limit=-1', 'limit'],
    ['limit=two', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['level=gold', 'level'],
    ['check=nope', 'check'],
    ['status=good', 'status'],
    ['owner=/', 'owner'],
    ['owner[x]=1', 'owner'],
    ['cursor=abc', 'cursor'],
    ['cursor=', 'cursor'],
    ['format=xml', 'format'],
    ['colour=red', 'colour'],
    ['includeDescendants=yes', 'includeDescendants'],
  ])('refuses ?%s and names the field', async (query, field) => {
    const { body } = await portal.get(`${ENTITIES}?${query}`).expect(400);
    expect(body.error).toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(field),
    });
  });

  it('takes a cursor only for the list that it came from', async () => {
    const { body } = await portal.get(ENTITIES).query({ limit: 1 });
    await portal
      .get(ENTITIES)
      .query({ limit: 1, level: 'none', cursor: body.nextCursor })
      .expect(400);
  });

  it('sends all rows as CSV that no spreadsheet takes for formulas', async () => {
    const { text, headers } = await portal
      .get(ENTITIES)
      .query({ format: 'csv', owner: 'discovery' })
      .expect(200);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="readiness.csv"',
    });
    expect(text.replace('\ufeff', '').split('\n')).toEqual([
      'entityRef,title,owner,system,level,score,pass,total,described,fast',
      `component:default/formula,'=1+1,group:default/discovery,,,0,0,3,fail,no-data`,
      `component:default/search,,group:default/discovery,,bronze,0.6666666666666666,2,3,pass,no-data`,
      '',
    ]);
    await portal
      .get(ENTITIES)
      .query({ format: 'csv', level: 'gold' })
      .expect(400);
  });

  it.each([
    [
      'owner',
      {
        'group:default/discovery': { none: 1, bronze: 1, silver: 0 },
        'group:default/payments': { none: 0, bronze: 1, silver: 1 },
        null: { none: 1, bronze: 0, silver: 0 },
      },
    ],
    [
      'system',
      {
        'system:default/shop': { none: 0, bronze: 1, silver: 1 },
        null: { none: 2, bronze: 1, silver: 0 },
      },
    ],
    [
      'domain',
      {
        'domain:default/retail': { none: 0, bronze: 1, silver: 1 },
        null: { none: 2, bronze: 1, silver: 0 },
      },
    ],
    [
      'check',
      {
        described: { none: 2, bronze: 0, silver: 0 },
        fast: { none: 2, bronze: 2, silver: 0 },
      },
    ],
  ])('rolls up by %s', async (by, levels) => {
    const { body } = await portal
      .get('/scorecards/default/readiness/rollup')
      .query({ by })
      .expect(200);
    const { items } = RollupSchema.parse(body);
    expect(
      Object.fromEntries(items.map(item => [item.key, item.levels])),
    ).toEqual(levels);
    expect(items.reduce((sum, item) => sum + item.statuses.fail, 0)).toBe(3);
  });

  it('reads daily totals, with a mark where the definition took effect', async () => {
    await portal.run('write-daily-totals');
    const { body } = await portal
      .get('/scorecards/default/readiness/history')
      .expect(200);
    expect(HistorySchema.parse(body)).toMatchObject({
      items: [
        {
          day: body.to,
          entities: 5,
          levels: { none: 2, bronze: 2, silver: 1 },
          statuses: { pass: 4, fail: 3, 'no-data': 3 },
          scoreParts: { pass: 7, total: 15 },
        },
      ],
      marks: [{ version: 1 }],
    });
  });

  it.each([
    ['from=2026-02-30', 'from'],
    ['from=yesterday', 'from'],
    ['from=2026-02-02&to=2026-02-01', 'from'],
    ['from=2020-01-01&to=2026-01-01', 'from'],
    ['to=99999-01-01', 'to'],
  ])('refuses the range %s', async (query, field) => {
    const { body } = await portal
      .get(`/scorecards/default/readiness/history?${query}`)
      .expect(400);
    expect(body.error.message).toContain(`'${field}'`);
  });
});

function namesOf({ entityRef }: Pick<ScorecardEntityRow, 'entityRef'>) {
  return entityRef.split('/')[1];
}
