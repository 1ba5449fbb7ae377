import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { entities } from '../../__testUtils__/entities';
import {
  daysAgo,
  incident,
  startMeasured,
} from './__testUtils__/startMeasured';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const VERDICT = {
  deployment: 'deployment:test:acme/checkout:18',
  incident: 'incident:test:P1',
  verdict: 'rejected',
};

/** The mock of Backstage lets users own what they own themselves. */
const owned = entities.map(entity =>
  entity.metadata.name === 'checkout'
    ? {
        ...entity,
        relations: [{ type: 'ownedBy', targetRef: 'user:default/owner' }],
      }
    : entity,
);

describe('a verdict on a link', () => {
  let portal: Awaited<ReturnType<typeof startMeasured>>;
  let mayJudgeAll: boolean;

  beforeAll(async () => {
    portal = await startMeasured({
      db: await databases.init('SQLITE_3'),
      entities: owned,
    });
    await portal.deliver([incident('acme/checkout', 'P1', daysAgo(10, 4))]);
    await portal.catchUp();
    portal.permissions.authorize.mockImplementation(async requests =>
      requests.map(({ permission }) => ({
        result:
          permission.name === 'delivery.link.update.any' && !mayJudgeAll
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      })),
    );
  });

  const give = (authorization: string) =>
    portal.post('/links/verdicts', VERDICT).set('Authorization', authorization);

  it('is given by the owner of the entity', async () => {
    mayJudgeAll = false;
    await give(mockCredentials.user.header('user:default/owner')).expect(201);
  });

  it.each([
    ['another user', mockCredentials.user.header('user:default/other')],
    ['a service', mockCredentials.service.header()],
  ])('is given by %s only with the permission for all', async (_, caller) => {
    mayJudgeAll = false;
    const { body } = await give(caller).expect(403);
    expect(body.error.message).toContain("('user:default/owner')");
    expect(body.error.message).toContain("'delivery.link.update.any'");
    mayJudgeAll = true;
    await give(caller).expect(201);
  });
});
