import { TestDatabases } from '@backstage/backend-test-utils';
import { OwnerScorecardsSchema } from '../schema/scorecards';
import { READINESS } from './__testUtils__/fixtures';
import { startScorecards } from './__testUtils__/startScorecards';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('owner route (%s)', id => {
  let portal: Awaited<ReturnType<typeof startScorecards>>;

  beforeAll(async () => {
    portal = await startScorecards({ db: await databases.init(id) });
    await portal.run('write-daily-totals');
  });

  it('counts the entities of a team', async () => {
    const { body } = await portal
      .get('/owners/group/default/payments')
      .expect(200);
    expect(OwnerScorecardsSchema.parse(body)).toMatchObject({
      ownerRef: 'group:default/payments',
      groupRefs: ['group:default/payments'],
      scorecards: [
        {
          scorecardRef: READINESS,
          totals: {
            entities: 2,
            levels: { none: 0, bronze: 1, silver: 1 },
            statuses: { pass: 3, fail: 1 },
          },
          scoreParts: { pass: 5, total: 6 },
          worst: [
            { entityRef: 'component:default/cart' },
            { entityRef: 'component:default/checkout' },
          ],
          trend: [{ entities: 2, scoreParts: { pass: 5, total: 6 } }],
        },
      ],
    });
  });

  it('counts the entities of the teams below as well', async () => {
    const { body } = await portal
      .get('/owners/group/default/engineering')
      .expect(200);
    expect(body.groupRefs).toEqual([
      'group:default/engineering',
      'group:default/discovery',
      'group:default/payments',
    ]);
    expect(body.scorecards[0].totals.entities).toBe(4);
  });

  it('answers 404 for an owner that nobody knows', async () => {
    await portal.get('/owners/group/default/nobody').expect(404);
  });
});
