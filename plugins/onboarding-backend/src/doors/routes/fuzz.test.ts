import { TestDatabases } from '@backstage/backend-test-utils';
import { around, fuzzRoutes, nastyText } from '@fairlead/test-fixtures';
import fc from 'fast-check';
import { group, track, user } from '../../__testUtils__/entities';
import { startOnboarding } from '../../__testUtils__/startOnboarding';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const TRACK = 'onboardingtrack:default/welcome';
const TIME = '2026-03-01T10:00:00.000Z';

const PARAMS = {
  after: '0',
  limit: '2',
  purpose: 'onboarding',
  q: 'welcome',
  startable: 'true',
  team: 'group:default/quay',
};

const some = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(fields, { requiredKeys: [] });

describe.each(databases.eachSupportedId())('any request (%s)', id => {
  it('is answered without a 5xx', async () => {
    const db = await databases.init(id);
    const portal = await startOnboarding({
      db,
      entities: [
        group('quay'),
        // As whom requests come that name nobody else.
        user('mock', { groups: ['quay'] }),
        user('ann', { groups: ['quay'] }),
        track('welcome', {
          buddy: { atOnce: 2 },
          milestones: [
            {
              id: 'week',
              title: 'First week',
              due: '7d',
              tasks: [
                { id: 'read', title: 'Read', docs: 'https://docs.example.com' },
                { id: 'tour', title: 'Tour', verifiedBy: { buddy: true } },
              ],
              generate: ['people'],
            },
          ],
        }),
      ],
    });
    await portal.sync();
    await portal.run('compose-tracks');
    const { body: journey } = await portal
      .post('/journeys', { track: TRACK })
      .expect(201);

    const bodies = {
      '/journeys': some({
        track: around(TRACK),
        user: around(undefined, 'user:default/ann'),
        startAt: around(undefined, TIME),
      }),
      '/journeys/{id}/move': some({}),
      '/journeys/{id}/end': some({ reason: nastyText }),
      '/journeys/{id}/buddy': fc.oneof(
        some({ answer: around('accept', 'pass') }),
        some({ buddy: around('user:default/ann') }),
      ),
      '/journeys/{id}/tasks/{task}/complete': some({
        url: around('https://git.example.com/1'),
      }),
      '/journeys/{id}/tasks/{task}/waive': some({
        reason: around('It is done elsewhere'),
        notApplicable: around(true, false),
      }),
      '/preview': some({
        track: nastyText,
        user: around('user:default/ann'),
      }),
      '/journeys/{id}/tasks/{task}/start': some({}),
    };
    const placeOf = (name: string, path: string): string => {
      switch (name) {
        case 'kind':
          return path.startsWith('/teams') ? 'group' : 'component';
        case 'namespace':
          return 'default';
        case 'name':
          return path.startsWith('/tracks') ? 'welcome' : 'quay';
        case 'id':
          return journey.id;
        default:
          return 'read';
      }
    };
    const fuzzed = fuzzRoutes({
      call: portal.call,
      placeOf,
      params: PARAMS,
      bodies,
      numRuns: 500,
    });
    await expect(fuzzed).resolves.toBeUndefined();
    for (const task of ['sync-catalog', 'follow-journeys']) {
      await portal.run(task);
    }
    await portal.get('/journeys/me').expect(200);
    await portal.stop();
  });
});
