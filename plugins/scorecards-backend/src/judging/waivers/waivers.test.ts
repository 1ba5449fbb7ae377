import { TestDatabases } from '@backstage/backend-test-utils';
import {
  component,
  COMPONENT,
  scorecard,
  SCORECARD,
} from '../../__testUtils__/entities';
import { DAY, startServices } from '../../__testUtils__/startServices';
import { SEES_ALL } from '../../catalog/visibility';
import { expireWaivers } from './expireWaivers';
import { listWaivers } from './listWaivers';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const CREW = 'group:default/crew';
const OFFICE = 'group:default/office';

function member(name: string, ...teams: string[]) {
  return { userEntityRef: `user:default/${name}`, ownershipEntityRefs: teams };
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
    return { ...services, request };
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
    });
    expect(await waivers.get(asked.id)).toEqual(decided);
    expect(await waivers.listCurrent(COMPONENT)).toEqual([decided]);
  });

  it('is in force at once when one team owns both', async () => {
    const { request } = await start();
    expect(await request({ actor: member('kim', CREW, OFFICE) })).toMatchObject(
      { state: 'approved' },
    );
  });

  it('makes the entity due when it comes into force and when it is withdrawn', async () => {
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
    await waiverService.decide({
      id: waiverId,
      decision: 'withdraw',
      actor: sailor,
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

  it('lets no stranger decide, and nobody but a side or the asker withdraw', async () => {
    const { request, waiverService } = await start();
    const { id: waiverId } = await request({ actor: stranger });
    const decide = (actor: typeof stranger, decision: 'approve' | 'withdraw') =>
      waiverService.decide({ id: waiverId, decision, actor });
    await expect(decide(stranger, 'approve')).rejects.toThrow(
      `Only members of '${CREW}' and '${OFFICE}'`,
    );
    await expect(decide(member('eve'), 'withdraw')).rejects.toThrow('Only');
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
    const { db, request } = await start();
    await expect(request(wrong)).rejects.toThrow(message);
    expect(await listWaivers({ db, limit: 1, visibility: SEES_ALL })).toEqual({
      items: [],
      totalItems: 0,
    });
  });

  it('is listed newest first, page by page', async () => {
    const { clock, db, request, waiverService } = await start();
    const list = {
      db,
      state: 'withdrawn',
      limit: 2,
      visibility: SEES_ALL,
    } as const;
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
    const first = await listWaivers(list);
    expect(first.items.map(item => item.id)).toEqual(ids.slice(0, 2));
    expect(first.totalItems).toBe(3);
    const second = await listWaivers({ ...list, cursor: first.nextCursor });
    expect(second.items.map(item => item.id)).toEqual(ids.slice(2));
    expect(second.nextCursor).toBeUndefined();
  });
});
