import { TestDatabases } from '@backstage/backend-test-utils';
import {
  component,
  COMPONENT,
  scorecard,
  SCORECARD,
} from '../../__testUtils__/entities';
import { DAY, startServices } from '../../__testUtils__/startServices';
import { WaiverActor } from '@fairlead/backstage-plugin-scorecards-common';
import { SEES_ALL } from '../../catalog/visibility';
import { adoptOldDecisions } from './adoptOldDecisions';
import { expireWaivers } from './expireWaivers';
import { listWaivers } from './listWaivers';
import { remindOfExpiry } from './notices';
import { WaiverFilter } from './WaiverStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const CREW = 'group:default/crew';
const OFFICE = 'group:default/office';

function member(name: string, ...teams: string[]): WaiverActor {
  return {
    ref: `user:default/${name}`,
    ownershipRefs: teams,
    principal: 'user',
  };
}
const sailor = member('mira', CREW);
const clerk = member('ole', OFFICE);
const stranger = member('sam', 'group:default/others');

describe.each(databases.eachSupportedId())('waivers, %s', id => {
  async function start() {
    const services = await startServices({
      knex: await databases.init(id),
      entities: [
        component('ferry', CREW),
        component('wreck', ''),
        scorecard({ owner: OFFICE }),
      ],
    });
    await services.catchUp();
    const request = (
      more: Partial<Parameters<typeof services.waiverService.request>[0]> = {},
    ) =>
      services.waiverService.request({
        scorecardRef: SCORECARD,
        checkId: 'leaks',
        entityRef: COMPONENT,
        reason: 'In dry dock',
        expiresAt: new Date(services.clock.now + 30 * DAY).toISOString(),
        actor: sailor,
        ...more,
      });
    const list = (filter: WaiverFilter, page: { cursor?: string } = {}) =>
      listWaivers({
        db: services.db,
        filter,
        limit: 2,
        log: services.log,
        now: services.clock.now,
        visibility: SEES_ALL,
        ...page,
      });
    return { ...services, list, request };
  }

  it('comes into force once both teams approved; who asks approves for their own', async () => {
    const { clock, request, waivers, waiverService } = await start();
    const at = new Date(clock.now).toISOString();
    const asked = await request();
    expect(asked).toMatchObject({
      state: 'requested',
      requestedBy: 'user:default/mira',
      entityOwnerApproval: { by: 'user:default/mira', at },
      scorecardOwnerApproval: null,
    });
    const decided = await waiverService.decide({
      id: asked.id,
      decision: 'approve',
      actor: clerk,
    });
    expect(decided).toMatchObject({
      state: 'approved',
      scorecardOwnerApproval: { by: 'user:default/ole', at },
      sides: [
        {
          side: 'entity-owner',
          ownerRef: CREW,
          approval: { by: 'user:default/mira', at },
        },
        {
          side: 'scorecard-owner',
          ownerRef: OFFICE,
          approval: { by: 'user:default/ole', at },
        },
      ],
    });
    const entry = { principal: 'user', reason: null, at };
    expect(await waivers.get(asked.id)).toEqual({
      ...decided,
      decisions: [
        {
          ...entry,
          move: 'ask',
          side: null,
          actor: 'user:default/mira',
          reason: 'In dry dock',
        },
        {
          ...entry,
          move: 'approve',
          side: 'entity-owner',
          actor: 'user:default/mira',
        },
        {
          ...entry,
          move: 'approve',
          side: 'scorecard-owner',
          actor: 'user:default/ole',
        },
      ],
    });
    expect(await waivers.listCurrent(COMPONENT)).toEqual([decided]);
  });

  it('is never approved by who asks alone, also where they belong to both teams', async () => {
    const { request, waiverService } = await start();
    const both = member('kim', CREW, OFFICE);
    const approve = (waiverId: string, actor: WaiverActor) =>
      waiverService.decide({ id: waiverId, decision: 'approve', actor });
    const asked = await request({ actor: both });
    expect(asked).toMatchObject({
      state: 'requested',
      scorecardOwnerApproval: null,
    });
    await expect(approve(asked.id, both)).rejects.toThrow(
      'somebody else has to approve it for the other',
    );
    expect(await approve(asked.id, member('lou', CREW, OFFICE))).toMatchObject({
      state: 'approved',
    });
  });

  it('is asked for by software, and approved by people alone', async () => {
    const { request, waivers, waiverService } = await start();
    const agent: WaiverActor = { ...sailor, principal: 'agent' };
    const asked = await request({ actor: agent });
    expect(asked).toMatchObject({
      entityOwnerApproval: null,
      requestedThrough: 'agent',
    });
    for (const decision of ['approve', 'reject', 'revoke'] as const) {
      await expect(
        waiverService.decide({
          id: asked.id,
          decision,
          reason: 'It may',
          actor: agent,
        }),
      ).rejects.toThrow('is for people');
    }
    expect((await waivers.get(asked.id))?.decisions).toHaveLength(1);
  });

  it('makes the entity due when it comes into force and when it is revoked, which needs a reason', async () => {
    const { evaluator, request, results, waiverService } = await start();
    const { id: waiverId } = await request();
    await waiverService.decide({
      id: waiverId,
      decision: 'approve',
      actor: clerk,
    });
    await evaluator.run();
    expect(await results()).toMatchObject([
      { statuses: ['waived'] },
      { statuses: ['no-data'] },
    ]);
    const end = (
      actor: WaiverActor,
      decision: 'reject' | 'revoke' | 'withdraw',
      reason?: string,
    ) => waiverService.decide({ id: waiverId, decision, actor, reason });
    await expect(end(sailor, 'withdraw')).rejects.toThrow('can be revoked');
    await expect(end(stranger, 'revoke', 'No')).rejects.toThrow('Only members');
    await expect(end(sailor, 'revoke')).rejects.toThrow(
      `'reason' is needed to revoke`,
    );
    expect(
      await end({ ...stranger, isAdministrator: true }, 'revoke', 'Sold'),
    ).toMatchObject({
      state: 'revoked',
      revokedBy: { by: 'user:default/sam', reason: 'Sold' },
    });
    await evaluator.run();
    expect(await results()).toMatchObject([
      { statuses: ['no-data'] },
      { statuses: ['no-data'] },
    ]);
  });

  it('is rejected with a reason, and by either side', async () => {
    const { request, waiverService } = await start();
    const { id: waiverId } = await request();
    const reject = (reason?: string) =>
      waiverService.decide({
        id: waiverId,
        decision: 'reject',
        reason,
        actor: clerk,
      });
    await expect(reject()).rejects.toThrow(`'reason' is needed`);
    expect(await reject('Fix it first')).toMatchObject({
      state: 'rejected',
      rejectedBy: { by: 'user:default/ole', reason: 'Fix it first' },
    });
    await expect(reject('Again')).rejects.toThrow('is rejected');
  });

  it('lets no stranger decide, and nobody but the asker withdraw', async () => {
    const { request, waiverService } = await start();
    const { id: waiverId } = await request({ actor: stranger });
    const decide = (actor: WaiverActor, decision: 'approve' | 'withdraw') =>
      waiverService.decide({ id: waiverId, decision, actor });
    await expect(decide(stranger, 'approve')).rejects.toThrow(
      `Only members of '${CREW}' and '${OFFICE}'`,
    );
    await expect(decide(sailor, 'withdraw')).rejects.toThrow('Only');
    expect(await decide(stranger, 'withdraw')).toMatchObject({
      state: 'withdrawn',
    });
  });

  it('is asked for only once at a time, also when two ask at once', async () => {
    const { request } = await start();
    const asked = await Promise.allSettled([request(), request(), request()]);
    expect(asked.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    await expect(request()).rejects.toThrow('already has a waiver');
  });

  it('is closed when its time is over, and can then be asked for anew', async () => {
    const { clock, db, request, waivers } = await start();
    const { id: waiverId } = await request();
    clock.now += 31 * DAY;
    await expireWaivers(db, clock.now);
    expect(await waivers.get(waiverId)).toMatchObject({ state: 'expired' });
    await expect(request()).resolves.toMatchObject({ state: 'requested' });
  });

  it.each([
    ['scorecard', { scorecardRef: 'scorecard:default/x' }, /no scorecard/],
    ['check', { checkId: 'paint' }, /has no check 'paint'/],
    ['entity', { entityRef: 'component:default/x' }, /no entity/],
    [
      'owner',
      { entityRef: 'component:default/wreck' },
      /'component:default\/wreck' has no owner/,
    ],
    ['reason', { reason: '  ' }, /'reason' must say why/],
    ['time', { expiresAt: 'soon' }, /ISO 8601/],
    ['time ahead', { expiresAt: '2026-11-20T11:00:00Z' }, /must lie ahead/],
    ['year', { expiresAt: '2028-01-01T00:00:00Z' }, /must lie ahead/],
  ])('is refused without a good %s', async (_, wrong, message) => {
    const { list, request } = await start();
    await expect(request(wrong)).rejects.toThrow(message);
    expect(await list({})).toEqual({
      items: [],
      totalItems: 0,
    });
  });

  it('is renewed by a new request, which takes its place once it is approved', async () => {
    const { clock, request, waivers, waiverService } = await start();
    const approve = (waiverId: string) =>
      waiverService.decide({
        id: waiverId,
        decision: 'approve',
        actor: clerk,
      });
    const { id: first } = await request();
    await expect(request({ renews: first })).rejects.toThrow('is not in force');
    await approve(first);
    clock.now += DAY;
    const renewal = await request({ renews: first });
    expect(renewal).toMatchObject({ state: 'requested', renews: first });
    await expect(request({ renews: first })).rejects.toThrow('already asked');
    expect(await waivers.listCurrent(COMPONENT)).toMatchObject([
      { id: first, state: 'approved' },
      { id: renewal.id, state: 'requested' },
    ]);
    expect(await approve(renewal.id)).toMatchObject({ state: 'approved' });
    expect(await waivers.get(first)).toMatchObject({ state: 'renewed' });
    expect(await waivers.listCurrent(COMPONENT)).toHaveLength(1);
  });

  it('is listed newest first, page by page', async () => {
    const { clock, list, request, waiverService } = await start();
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      clock.now += 1;
      const { id: waiverId } = await request();
      ids.unshift(waiverId);
      await waiverService.decide({
        id: waiverId,
        decision: 'withdraw',
        actor: sailor,
      });
    }
    const filter = { state: 'withdrawn' } as const;
    const first = await list(filter);
    expect(first.items.map(item => item.id)).toEqual(ids.slice(0, 2));
    expect(first.totalItems).toBe(3);
    const second = await list(filter, { cursor: first.nextCursor });
    expect(second.items.map(item => item.id)).toEqual(ids.slice(2));
    expect(second.nextCursor).toBeUndefined();
  });

  it('is found by who asked, who is missing, whom it waits for, and whether it is in force', async () => {
    const { clock, list, request, waiverService } = await start();
    const { id: waiverId } = await request();
    const count = async (filter: WaiverFilter) =>
      (await list(filter)).totalItems;
    expect(await count({ requestedBy: 'user:default/mira' })).toBe(1);
    expect(await count({ requestedBy: 'user:default/ole' })).toBe(0);
    expect(await count({ checkId: 'leaks' })).toBe(1);
    expect(await count({ checkId: 'dents' })).toBe(0);
    expect(await count({ missing: 'scorecard-owner' })).toBe(1);
    expect(await count({ missing: 'entity-owner' })).toBe(0);
    expect(await count({ waitingFor: clerk })).toBe(1);
    expect(await count({ waitingFor: sailor })).toBe(0);
    expect(
      await count({ waitingFor: { ...sailor, ownershipRefs: [CREW, OFFICE] } }),
    ).toBe(0);
    expect(await count({ inEffect: true })).toBe(0);
    await waiverService.decide({
      id: waiverId,
      decision: 'approve',
      actor: clerk,
    });
    expect(await count({ inEffect: true })).toBe(1);
    expect(await count({ waitingFor: clerk })).toBe(0);
    clock.now += 31 * DAY;
    expect(await count({ inEffect: true })).toBe(0);
    expect(await count({ state: 'expired' })).toBe(1);
  });

  it('is refused above the share of its check that the scorecard allows, and renewed all the same', async () => {
    const { catalog, catchUp, request, waiverService } = await start();
    const definition = scorecard({ owner: OFFICE });
    catalog.put({
      ...definition,
      spec: { ...definition.spec, waivers: { maxShare: 0.5 } },
    });
    await catchUp();
    const { id: waiverId } = await request();
    catalog.put(component('barge', CREW));
    await catchUp();
    await waiverService.decide({
      id: waiverId,
      decision: 'approve',
      actor: clerk,
    });
    await expect(
      request({ entityRef: 'component:default/barge' }),
    ).rejects.toThrow('for 1 of 3 entities at most, and 1 are asked for');
    expect(await request({ renews: waiverId })).toMatchObject({
      state: 'requested',
    });
  });

  it('is told of before it ends, once, and not before it is half over', async () => {
    const { clock, db, log, notices, notifications, request, waiverService } =
      await start();
    const { id: waiverId } = await request();
    await waiverService.decide({
      id: waiverId,
      decision: 'approve',
      actor: clerk,
    });
    const remind = (ahead: number) =>
      remindOfExpiry(db, { ahead, log, notices, now: clock.now });
    expect(await remind(60 * DAY)).toBe(0);
    clock.now += 20 * DAY;
    expect(await remind(5 * DAY)).toBe(0);
    expect(await remind(14 * DAY)).toBe(1);
    expect(await remind(14 * DAY)).toBe(0);
    expect(notifications.send.mock.calls).toEqual([
      [
        {
          recipients: {
            type: 'entity',
            entityRef: ['user:default/mira', CREW],
            excludeEntityRef: undefined,
          },
          payload: expect.objectContaining({
            title: 'The waiver of ferry from “Few leaks” ends on 2026-12-20',
            scope: `waivers:${waiverId}`,
            topic: 'waivers',
          }),
        },
      ],
    ]);
  });

  it('takes into its log what a replica of the version before wrote to columns', async () => {
    const { clock, db, log, request, waivers } = await start();
    const { id: waiverId } = await request();
    await db('waivers').update({
      scorecard_owner_by: 'user:default/ole',
      scorecard_owner_at: clock.now,
    });
    for (const adopted of [1, 0]) {
      expect(await adoptOldDecisions(db, { log, now: clock.now })).toBe(
        adopted,
      );
    }
    expect(await waivers.get(waiverId)).toMatchObject({
      state: 'approved',
      scorecardOwnerApproval: { by: 'user:default/ole' },
    });
    expect(await db('waivers').pluck('state')).toEqual(['approved']);
  });
});
