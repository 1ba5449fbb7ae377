import { TestDatabases, mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { scorecardResultConditions } from '@fairlead/backstage-plugin-scorecards-node';
import {
  RequestedSchema,
  WaiverDetailsSchema,
  WaiverSchema,
  WaiversSchema,
} from '../schema/waivers';
import {
  CATALOG_CONDITION,
  policy,
  resultCondition,
} from './__testUtils__/decisions';
import { entities, READINESS } from './__testUtils__/fixtures';
import { startScorecards } from './__testUtils__/startScorecards';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const REQUEST = {
  scorecardRef: READINESS,
  checkId: 'fast',
  entityRef: 'component:default/cart',
  reason: 'It is being replaced',
  expiresAt: new Date(Date.now() + 30 * 24 * 3_600_000).toISOString(),
};

describe.each(databases.eachSupportedId())('waiver routes (%s)', id => {
  let portal: Awaited<ReturnType<typeof startScorecards>>;

  beforeAll(async () => {
    portal = await startScorecards({ db: await databases.init(id) });
  });

  /** The notifications that were sent, in their order. */
  const sent = () =>
    (
      portal.notifications.send.mock.calls as unknown as [
        { recipients: object; payload: object },
      ][]
    ).map(([{ recipients, payload }]) => ({ ...recipients, ...payload }));

  it('takes a waiver, shows it beside its check, and lets who asked withdraw it', async () => {
    const { body: waiver } = await portal.post('/waivers', REQUEST).expect(201);
    expect(WaiverSchema.parse(waiver)).toMatchObject({
      state: 'requested',
      requestedBy: 'user:default/mock',
      checkId: 'fast',
    });
    await portal.post('/waivers', REQUEST).expect(409);

    const { body: list } = await portal
      .get('/waivers')
      .query({ state: 'requested', entityRef: 'component:default/cart' })
      .expect(200);
    expect(WaiversSchema.parse(list)).toEqual({
      items: [waiver],
      totalItems: 1,
    });
    const { body: entity } = await portal.get(
      '/entities/component/default/cart',
    );
    expect(entity.scorecards[0].checks[1].waiver).toEqual(waiver);
    expect(entity.scorecards[0].checks[0].waiver).toBeUndefined();

    const { body: withdrawn } = await portal
      .post(`/waivers/${waiver.id}/decision`, { decision: 'withdraw' })
      .expect(200);
    expect(withdrawn.state).toBe('withdrawn');

    const { body: details } = await portal
      .get(`/waivers/${waiver.id}`)
      .expect(200);
    expect(WaiverDetailsSchema.parse(details).decisions).toMatchObject([
      { move: 'ask', principal: 'user', reason: 'It is being replaced' },
      { move: 'withdraw', actor: 'user:default/mock', side: 'asker' },
    ]);
  });

  it('asks for many at once, each decided by itself, and lists them in pages, newest first', async () => {
    portal.notifications.send.mockClear();
    const names = ['checkout', 'search', 'formula', 'nobody', 'orphan'];
    const { entityRef: _, ...same } = REQUEST;
    const { body: asked } = await portal
      .post('/waivers', {
        ...same,
        entityRefs: names.map(name => `component:default/${name}`),
      })
      .expect(201);
    expect(RequestedSchema.parse(asked)).toMatchObject({
      items: [{}, {}, {}],
      refused: [
        { entityRef: 'component:default/nobody', reason: /no entity/ },
        { entityRef: 'component:default/orphan', reason: /no owner/ },
      ].map(({ entityRef, reason }) => ({
        entityRef,
        reason: expect.stringMatching(reason),
      })),
    });
    // One notification for each owner, whose number does not grow with that of the entities.
    expect(sent()).toMatchObject([
      {
        entityRef: ['group:default/payments'],
        excludeEntityRef: 'user:default/mock',
        title:
          'A waiver of checkout from “Builds fast” waits for your decision',
      },
      {
        entityRef: ['group:default/platform'],
        title: '3 waivers from “Builds fast” wait for your decision',
        topic: 'waivers',
        scope: `waivers:asked:${asked.items[0].requestId}:scorecard-owner`,
        link: '/scorecards/waivers?waitingFor=me',
      },
      {
        entityRef: ['group:default/discovery'],
        title: '2 waivers from “Builds fast” wait for your decision',
      },
    ]);
    const { body: together } = await portal
      .get('/waivers')
      .query({ requestId: asked.items[0].requestId })
      .expect(200);
    expect(together.totalItems).toBe(3);
    const { body: all } = await portal
      .get('/waivers?state=requested')
      .expect(200);
    expect(all.totalItems).toBe(3);
    const seen = [];
    let cursor: string | undefined;
    do {
      const { body } = await portal
        .get('/waivers?state=requested')
        .query({ limit: 1, cursor })
        .expect(200);
      seen.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(all.items);
  });

  it.each([
    [{ entityRef: 'component:default/nobody' }, 404],
    [{ checkId: 'nope' }, 404],
    [{ scorecardRef: 'other' }, 404],
    [{ reason: '  ' }, 400],
    [{ expiresAt: '2020-01-01T00:00:00Z' }, 400],
    [{ expiresAt: '2999-01-01T00:00:00Z' }, 400],
    [{ expiresAt: 'soon' }, 400],
    [{ entityRefs: ['component:default/cart'] }, 400],
    [{ entityRef: undefined }, 400],
    [{ renews: 'nope' }, 409],
  ])('refuses a request with %j', async (fields, status) => {
    await portal.post('/waivers', { ...REQUEST, ...fields }).expect(status);
  });

  it('answers 404 for the decision of an unknown waiver', async () => {
    await portal
      .post('/waivers/nope/decision', { decision: 'approve' })
      .expect(404);
  });

  it('is revoked with a reason by who may do so for any', async () => {
    portal.notifications.send.mockClear();
    const { body: waiver } = await portal.post('/waivers', REQUEST).expect(201);
    // The owners of the scorecard may not be allowed to see the entity.
    expect(JSON.stringify(sent()[1])).not.toContain('cart');
    expect(sent()).toMatchObject([
      { entityRef: ['group:default/payments'], description: REQUEST.reason },
      { entityRef: ['group:default/platform'] },
    ]);
    await portal.db('decisions').insert(
      ['entity-owner', 'scorecard-owner'].map(side => ({
        subject_kind: 'waiver',
        subject_id: waiver.id,
        move: 'approve',
        side,
        actor: 'user:default/ole',
        principal: 'user',
        at: 1,
      })),
    );
    await portal
      .post(`/waivers/${waiver.id}/decisions`, { decision: 'revoke' })
      .expect(400);
    const { body: revoked } = await portal
      .post(`/waivers/${waiver.id}/decisions`, {
        decision: 'revoke',
        reason: 'Sold',
      })
      .expect(200);
    expect(WaiverSchema.parse(revoked)).toMatchObject({
      state: 'revoked',
      revokedBy: { by: 'user:default/mock', reason: 'Sold' },
    });
    expect(sent().slice(2)).toMatchObject([
      {
        entityRef: ['user:default/mock', 'group:default/payments'],
        excludeEntityRef: 'user:default/mock',
        description: 'Sold',
        scope: `waivers:${waiver.id}`,
      },
    ]);
  });

  it('is for people, not for services', async () => {
    await portal
      .post('/waivers', REQUEST)
      .set('Authorization', mockCredentials.service.header())
      .expect(403);
  });

  describe('of what the caller may not see', () => {
    let waiverId: string;

    beforeAll(async () => {
      const { body: waiver } = await portal
        .post('/waivers', REQUEST)
        .expect(201);
      waiverId = waiver.id;
    });

    function see(...names: string[]) {
      const seen = catalogServiceMock({
        entities: entities.filter(({ metadata }) =>
          names.includes(metadata.name),
        ),
      });
      jest
        .spyOn(portal.catalog, 'getEntitiesByRefs')
        .mockImplementation((request, options) =>
          seen.getEntitiesByRefs(request, options),
        );
      portal.permissions.authorizeConditional.mockImplementation(
        policy({ catalog: CATALOG_CONDITION }),
      );
    }

    /** What is said of a request, with one word in place of both names. */
    async function refusalOf(fields: object) {
      const { body } = await portal
        .post('/waivers', { ...REQUEST, ...fields })
        .expect(404);
      return body.error.message.replace(/readiness|cart|nope/, '…');
    }

    it('is not taken, and does not tell a hidden scorecard from an unknown one', async () => {
      see('cart');
      expect(await refusalOf({})).toBe(
        await refusalOf({ entityRef: 'component:default/nope' }),
      );
    });

    it('is not taken, and does not tell a hidden entity from an unknown one', async () => {
      see('readiness');
      expect(await refusalOf({})).toBe(
        await refusalOf({ entityRef: 'component:default/nope' }),
      );
    });

    it('is not taken where conditions hide the results of the scorecard', async () => {
      portal.permissions.authorizeConditional.mockImplementation(
        policy({
          results: resultCondition(
            scorecardResultConditions.forScorecard({
              scorecardRefs: ['other'],
            }),
          ),
        }),
      );
      expect(await refusalOf({})).toContain('you may not see it');
    });

    it.each([[['cart']], [['readiness']]])(
      'is decided by nobody who sees only %s, as if there were none',
      async names => {
        see(...names);
        const decide = (id_: string) =>
          portal
            .post(`/waivers/${id_}/decision`, { decision: 'withdraw' })
            .expect(404);
        const { body: hidden } = await decide(waiverId);
        const { body: unknown } = await decide('nope');
        expect(hidden.error.message.replace(waiverId, 'nope')).toBe(
          unknown.error.message,
        );
      },
    );
  });
});
