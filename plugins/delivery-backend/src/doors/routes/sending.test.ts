import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  deliveryEventCreatePermission,
  deliverySourceUpdatePermission,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  createDeliverySourceConditionalDecision,
  deliverySourceConditions,
} from '@fairlead/backstage-plugin-delivery-node';
import { entities } from '../../__testUtils__/entities';
import { startDelivery } from '../../__testUtils__/startDelivery';
import { createTestSource, tells } from '../../__testUtils__/testSource';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const AT = '2026-03-01T10:00:00.000Z';
const REPORT = `<testsuite name="a"><testcase name="b"/></testsuite>`;
const QUERY = 'repo=acme/checkout&sha=abcdef1&runId=1';

const mira = mockCredentials.user.header('user:default/mira');

function about(entityRef: string, externalId: string) {
  return {
    ...tells(AT, {
      kind: 'deployment',
      repo: 'acme/checkout',
      environment: 'production',
      externalId,
      createdAt: AT,
    }),
    subjects: [{ annotation: 'backstage.io/entity-ref', value: entityRef }],
  };
}

function on(
  permission:
    | typeof deliveryEventCreatePermission
    | typeof deliverySourceUpdatePermission,
  ...sources: string[]
) {
  return createDeliverySourceConditionalDecision(
    permission,
    deliverySourceConditions.hasSource({ sources }),
  );
}

describe.each(databases.eachSupportedId())('sources of a caller (%s)', id => {
  let portal: Awaited<ReturnType<typeof startDelivery>>;

  beforeAll(async () => {
    portal = await startDelivery({
      db: await databases.init(id),
      sources: [
        createTestSource(),
        createTestSource({ id: 'other', topics: ['other'] }),
        createTestSource({ id: 'cdevents', topics: [] }),
      ],
      config: {
        delivery: {
          senders: [{ subject: 'external:test-service', sources: ['junit'] }],
        },
      },
    });
    await portal.run('sync-catalog');
  });

  function decide(decision: PolicyDecision) {
    jest.clearAllMocks();
    portal.permissions.authorizeConditional.mockImplementation(async requests =>
      requests.map(() => decision),
    );
  }

  const sendEvents = (body: object) =>
    portal.post('/events', body).set('Authorization', mira);
  const sendReport = (query: string, as: 'user' | 'service') =>
    portal
      .call('post', `/test-results?${query}`, as)
      .set('Content-Type', 'application/xml')
      .send(REPORT);

  it('are none for users whom all is allowed, and those of the policy else', async () => {
    decide(ALLOW);
    const { body } = await sendEvents(tells(AT)).expect(403);
    expect(body.error.message).toContain("'delivery.senders'");
    decide(on(deliveryEventCreatePermission, 'junit'));
    await sendEvents(tells(AT)).expect(403);
    await sendReport(QUERY, 'user').expect(202);
    decide(on(deliveryEventCreatePermission, 'cdevents'));
    await sendReport(QUERY, 'user').expect(403);
  });

  it('are for tokens those of the list', async () => {
    decide(ALLOW);
    await sendReport(QUERY, 'service').expect(202);
    const { body } = await portal.asService
      .post('/events', tells(AT))
      .expect(403);
    expect(body.error.message).toContain("may not send as source 'cdevents'");
  });

  it('take no ref of an entity that is hidden from a user, as if there were none', async () => {
    decide(on(deliveryEventCreatePermission, 'cdevents', 'junit'));
    const seen = catalogServiceMock({
      entities: entities.filter(({ metadata }) => metadata.name === 'search'),
    });
    jest
      .spyOn(portal.catalog, 'getEntitiesByRefs')
      .mockImplementation((request, options) =>
        seen.getEntitiesByRefs(request, options),
      );
    const { body } = await sendEvents([
      about('component:default/search', '1'),
      about('Component:checkout', '2'),
      about('component:default/nobody', '3'),
    ]).expect(202);
    expect(body.accepted).toBe(1);
    const [hidden, unknown] = body.rejected;
    expect([hidden.index, unknown.index]).toEqual([1, 2]);
    expect(hidden.reason.replace('checkout', 'nobody')).toBe(unknown.reason);
    expect(portal.permissions.authorizeConditional).toHaveBeenCalledTimes(1);
    expect(portal.catalog.getEntitiesByRefs).toHaveBeenCalledTimes(1);

    const refusalOf = async (name: string) => {
      const answer = await sendReport(
        `${QUERY}&entityRef=component:default/${name}`,
        'user',
      ).expect(400);
      return answer.body.error.message.replace(name, '…');
    };
    expect(await refusalOf('checkout')).toBe(await refusalOf('nobody'));
    await sendReport(
      `${QUERY}&entityRef=component:default/search`,
      'user',
    ).expect(202);
  });

  it('alone are read again and asked for their past', async () => {
    await portal.deliver([{ type: 'broken', at: AT }]);
    await portal.deliver([{ type: 'broken', at: AT }], { topic: 'other' });
    await portal.normalise();
    decide(ALLOW);
    const { body } = await portal.get('/sources/quarantine').expect(200);
    const ids = body.items.map((item: { id: string }) => item.id);
    expect(ids).toHaveLength(2);

    decide(on(deliverySourceUpdatePermission, 'other'));
    const replay = (request: object) =>
      portal.post('/sources/quarantine/replays', request);
    const { body: refused } = await replay({ source: 'test' }).expect(403);
    expect(refused.error.message).toContain(
      "'delivery.source.update' for source 'test'",
    );
    await replay({ ids }).expect(202, { replayed: 1 });
    await portal.normalise();
    await replay({ source: 'other' }).expect(202, { replayed: 1 });
    await portal
      .post('/sources/backfills', { source: 'test', days: 1 })
      .expect(403);
    await portal
      .post('/sources/backfills', { source: 'other', days: 1 })
      .expect(400);
    await portal.normalise();
  });
});
