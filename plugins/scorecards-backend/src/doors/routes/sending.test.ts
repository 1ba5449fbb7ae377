import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { scorecardsFactCreatePermission } from '@fairlead/backstage-plugin-scorecards-common';
import {
  createScorecardFactSourceConditionalDecision,
  scorecardFactSourceConditions,
} from '@fairlead/backstage-plugin-scorecards-node';
import { ALLOW, DENY } from './__testUtils__/decisions';
import { entities } from './__testUtils__/fixtures';
import { startScorecards } from './__testUtils__/startScorecards';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const AS_CI = createScorecardFactSourceConditionalDecision(
  scorecardsFactCreatePermission,
  scorecardFactSourceConditions.hasSource({ sources: ['ci'] }),
);

const fact = (entity: string, source: string) => ({
  entityRef: `component:default/${entity}`,
  source,
  values: { 'ci.build.minutes': 8 },
});

describe('sending facts', () => {
  async function start(options: { senders?: object[] } = {}) {
    const portal = await startScorecards({
      db: await databases.init('SQLITE_3'),
      facts: [],
      ...(options.senders && {
        config: { scorecards: { senders: options.senders } },
      }),
    });
    const decide = (decision: PolicyDecision) =>
      portal.permissions.authorizeConditional.mockImplementation(
        async requests =>
          requests.map(({ permission }) => {
            expect(permission.name).toBe(scorecardsFactCreatePermission.name);
            return decision;
          }),
      );
    const send = (authorization: string, ...facts: object[]) =>
      portal.post('/facts', { facts }).set('Authorization', authorization);
    return { ...portal, decide, send };
  }

  const mira = mockCredentials.user.header('user:default/mira');
  const ci = mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('external:ci'),
    targetPluginId: 'scorecards',
  });
  const plugin = mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('plugin:delivery'),
    targetPluginId: 'scorecards',
  });

  it('is nothing that users do, even where everything is allowed to them', async () => {
    const { decide, send } = await start();
    decide(ALLOW);
    const { body } = await send(mira, fact('cart', 'ci')).expect(403);
    expect(body.error.message).toBe(
      "'user:default/mira' may send as no source; name it with its sources in 'scorecards.senders'",
    );
    decide(DENY);
    const { body: denied } = await send(mira, fact('cart', 'ci')).expect(403);
    expect(denied.error.message).toContain('scorecards.fact.create');
  });

  it('is done by users as the sources that the policy names', async () => {
    const { decide, send } = await start();
    decide(AS_CI);
    const { body } = await send(
      mira,
      fact('cart', 'other'),
      fact('cart', 'ci'),
    ).expect(202);
    expect(body).toEqual({
      accepted: 1,
      rejected: [
        {
          index: 0,
          reason:
            "The permission 'scorecards.fact.create' does not let 'user:default/mira' send as source 'other'",
        },
      ],
    });
  });

  it('tells users no hidden entity from one that does not exist', async () => {
    const { catalog, decide, permissions, send } = await start();
    decide(AS_CI);
    const seen = catalogServiceMock({
      entities: entities.filter(({ metadata }) => metadata.name === 'cart'),
    });
    jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockImplementation((request, options) =>
        seen.getEntitiesByRefs(request, options),
      );
    jest.clearAllMocks();
    const { body } = await send(
      mira,
      fact('nobody', 'ci'),
      fact('cart', 'ci'),
      { ...fact('checkout', 'ci'), observedAt: 'never' },
      { ...fact('cart', 'ci'), entityRef: 'cart' },
    ).expect(202);
    expect(body.accepted).toBe(1);
    const [unknown, hidden, unreadable] = body.rejected;
    expect(hidden.reason.replace('checkout', 'nobody')).toBe(unknown.reason);
    expect([unknown, hidden, unreadable].map(({ index }) => index)).toEqual([
      0, 2, 3,
    ]);
    expect(unreadable.reason).toContain('is not an entity ref');
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(1);
  });

  it('is done by services as what the list says, and by those of the backend as anything', async () => {
    const { decide, send } = await start({
      senders: [
        { subject: 'external:ci', sources: ['ci', 'coverage'] },
        { subject: 'user:default/mira', sources: ['drills'] },
      ],
    });
    decide(ALLOW);
    const { body } = await send(
      ci,
      fact('cart', 'ci'),
      fact('cart', 'scanner'),
    ).expect(202);
    expect(body).toMatchObject({
      accepted: 1,
      rejected: [{ index: 1, reason: expect.stringContaining("'scanner'") }],
    });
    await send(mockCredentials.service.header(), fact('cart', 'ci')).expect(
      403,
    );
    const { body: ofPlugin } = await send(plugin, fact('cart', 'x')).expect(
      202,
    );
    expect(ofPlugin.accepted).toBe(1);
    const { body: ofUser } = await send(mira, fact('cart', 'drills')).expect(
      202,
    );
    expect(ofUser.accepted).toBe(1);
  });

  it('rejects nothing that services send of unknown entities but those', async () => {
    const { decide, send } = await start();
    decide({ result: AuthorizeResult.ALLOW });
    const { body } = await send(
      ci,
      fact('nobody', 'ci'),
      fact('cart', 'ci'),
    ).expect(202);
    expect(body).toEqual({
      accepted: 1,
      rejected: [
        { index: 0, reason: expect.stringContaining('There is no entity') },
      ],
    });
  });
});
