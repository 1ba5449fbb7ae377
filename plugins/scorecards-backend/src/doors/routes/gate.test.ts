import { TestDatabases } from '@backstage/backend-test-utils';
import { GateSchema } from '../schema/gate';
import { READINESS } from './__testUtils__/fixtures';
import { startScorecards } from './__testUtils__/startScorecards';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('POST /gate', () => {
  let portal: Awaited<ReturnType<typeof startScorecards>>;

  beforeAll(async () => {
    portal = await startScorecards({ db: await databases.init('SQLITE_3') });
  });

  const ask = (entityRefs: string[], more: {} = { level: 'silver' }) =>
    portal.post('/gate', { entityRefs, scorecardRef: 'readiness', ...more });

  it('says of each entity whether it holds a level, and what is missing', async () => {
    const { body } = await ask([
      'component:checkout',
      'component:cart',
      'component:search',
      'component:nobody',
      'system:shop',
    ]).expect(200);

    expect(GateSchema.parse(body)).toEqual({
      scorecardRef: READINESS,
      holds: false,
      entities: [
        {
          entityRef: 'component:default/checkout',
          holds: true,
          reason: "It holds the level 'silver' of 'Readiness'",
          missing: [],
        },
        expect.objectContaining({
          holds: false,
          missing: [
            expect.objectContaining({ checkId: 'fast', status: 'fail' }),
          ],
        }),
        expect.objectContaining({
          holds: null,
          missing: [
            expect.objectContaining({ checkId: 'fast', status: 'no-data' }),
          ],
        }),
        expect.objectContaining({
          entityRef: 'component:default/nobody',
          holds: null,
          reason: expect.stringContaining('has no result for it'),
        }),
        expect.objectContaining({ holds: null }),
      ],
    });
  });

  it('opens where all hold, and not where one is not known', async () => {
    const holds = async (...names: string[]) =>
      (await ask(names, { checks: ['described', 'fast'] }).expect(200)).body
        .holds;
    expect(await holds('component:checkout')).toBe(true);
    expect(await holds('component:checkout', 'component:search')).toBeNull();
  });

  it('refuses what the scorecard does not have', async () => {
    const statusOf = async (more: {}) =>
      (await ask(['component:cart'], more)).status;
    expect(await statusOf({})).toBe(400);
    expect(await statusOf({ level: 'gold' })).toBe(400);
    expect(await statusOf({ checks: ['slow'] })).toBe(400);
    expect(await statusOf({ scorecardRef: 'nothing', level: 'gold' })).toBe(
      404,
    );
  });
});
