import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { component, scorecard, TEAM } from '../../../__testUtils__/entities';
import { DAY, startServices } from '../../../__testUtils__/startServices';
import { DigestNotices, NoticeSender } from '..';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

/** Of the week that is told in these tests, and of the one after it. */
const WEDNESDAY = Date.parse('2026-11-18T12:00:00Z');
const MONDAY = Date.parse('2026-11-23T09:00:00Z');

describe.each(databases.eachSupportedId())('digests, %s', id => {
  async function start(options: { owners?: string[] } = {}) {
    const { owners = [TEAM] } = options;
    const clock = { now: WEDNESDAY - 7 * DAY };
    const services = await startServices({
      clock,
      knex: await databases.init(id),
      entities: [
        ...owners.map((owner, index) => component(`ship-${index}`, owner)),
        scorecard({
          owner: 'group:default/office',
          checks: [
            { id: 'leaks' },
            { id: 'dents', level: 'silver' },
            { id: 'barnacles', from: '2026-12-01' },
          ],
        }),
      ],
    });
    const send = async (values: Record<string, number>) => {
      for (const [index] of owners.entries()) {
        await services.send(`component:default/ship-${index}`, values);
      }
      await services.evaluator.run();
    };
    const digests = () =>
      DigestNotices.create({
        ...services,
        baseUrl: 'https://portal.example.com',
        clock: () => clock.now,
        sender: NoticeSender.create({
          isEnabled: true,
          ...services,
          logger: mockServices.logger.mock(),
        }),
        timeZone: 'UTC',
      });
    await services.catchUp();
    return {
      ...services,
      digests,
      sendFacts: send,
      told: () =>
        services.notifications.send.mock.calls.map(
          ([notification]: any[]) => notification,
        ),
    };
  }

  it('tells a team of its week: levels, checks, what is due and what waits for it', async () => {
    const { clock, digests, sendFacts, told, waiverService } = await start();
    await sendFacts({ leaks: 0, dents: 0, barnacles: 99 });
    clock.now = WEDNESDAY;
    await sendFacts({ leaks: 0, dents: 99, barnacles: 99 });
    await waiverService.request({
      scorecardRef: 'scorecard:default/seaworthy',
      checkId: 'dents',
      entityRef: 'component:default/ship-0',
      reason: 'In dry dock',
      expiresAt: new Date(clock.now + 30 * DAY).toISOString(),
      actor: {
        ref: 'user:default/mira',
        ownershipRefs: [TEAM],
        principal: 'user',
      },
    });
    clock.now = MONDAY;

    expect(await digests().run()).toBe(2);
    const [crew, office] = told();
    expect(crew.recipients).toEqual({ type: 'entity', entityRef: [TEAM] });
    expect(crew.payload).toMatchObject({
      link: '/catalog/default/group/crew',
      severity: 'low',
      topic: 'digest',
      scope: `digest:${TEAM}`,
    });
    const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '');
    expect(plain(crew.payload.title)).toBe(
      'Scorecards of crew, week of 2026-11-16: 1 level lost, 1 check fails newly, 1 announced check counts soon',
    );
    expect(plain(crew.payload.description).split('\n')).toEqual([
      'seaworthy: 1 level lost: ship-0 (gold to bronze)',
      'https://portal.example.com/scorecards/default/seaworthy?owner=group%3Adefault%2Fcrew',
      'seaworthy: 1 check fails newly: ship-0, “Few dents”',
      'https://portal.example.com/scorecards/default/seaworthy?owner=group%3Adefault%2Fcrew&status=fail',
      'seaworthy: 1 announced check counts soon: ship-0, “Few barnacles” from 2026-12-01',
      'https://portal.example.com/scorecards/default/seaworthy?owner=group%3Adefault%2Fcrew&status=fail',
    ]);
    // Who owns the scorecard is told how many, and not of which entities.
    expect(plain(office.payload.description).split('\n')).toEqual([
      'seaworthy: 1 waiver waits for your decision',
      'https://portal.example.com/scorecards/waivers?scorecard=scorecard%3Adefault%2Fseaworthy&waitingFor=me',
    ]);
  });

  it('tells what ends soon, nothing of a level that came back, and of a first result nothing', async () => {
    const { clock, db, digests, sendFacts, told } = await start();
    clock.now = WEDNESDAY;
    await sendFacts({ leaks: 0, dents: 0, barnacles: 0 });
    await sendFacts({ leaks: 99, dents: 0, barnacles: 0 });
    clock.now += 1;
    await sendFacts({ leaks: 0, dents: 0, barnacles: 0 });
    await db('transitions').where('reason', 'First result').update('at', 1);
    await db('transitions').whereNull('check_id').where('from', null).delete();
    await db('waivers').insert({
      id: 'w',
      scorecard_ref: 'scorecard:default/seaworthy',
      check_id: 'leaks',
      entity_ref: 'component:default/ship-0',
      reason: 'In dry dock',
      state: 'approved',
      requested_by: 'user:default/mira',
      requested_at: 1,
      expires_at: MONDAY + 3 * DAY,
    });
    clock.now = MONDAY;
    expect(await digests().run()).toBe(1);
    expect(told()[0].payload.title).toMatch(
      /week of .*2026-11-16.*: .*1.* waiver.* ends.* soon.?$/,
    );
  });

  it('sends each team one, however often it runs, and none where there is nothing to tell', async () => {
    const { clock, db, digests, sendFacts, told } = await start({
      owners: [TEAM, 'group:default/deck', 'user:default/mira', ''],
    });
    await sendFacts({ leaks: 0, dents: 0, barnacles: 0 });
    clock.now = WEDNESDAY;
    await sendFacts({ leaks: 99, dents: 0, barnacles: 0 });
    clock.now = MONDAY;
    expect(await digests().run()).toBe(2);
    expect(await digests().run()).toBe(0);
    expect(told().map(({ recipients }) => recipients.entityRef[0])).toEqual([
      TEAM,
      'group:default/deck',
    ]);
    // The office owns the scorecard and has nothing to tell.
    expect(await db('digests').whereNull('sent_at')).toEqual([]);
    expect(await db('digests')).toHaveLength(3);

    clock.now += 7 * DAY;
    expect(await digests().run()).toBe(0);
    clock.now += 80 * DAY;
    await digests().run();
    expect(
      await db('digests').where('week', '2026-11-16').pluck('owner_ref'),
    ).toEqual([]);
  });

  it('is finished by another process where one died, and taken by one of two', async () => {
    const { clock, db, digests, notifications, sendFacts } = await start({
      owners: [TEAM, 'group:default/deck'],
    });
    await sendFacts({ leaks: 0, dents: 0, barnacles: 0 });
    clock.now = WEDNESDAY;
    await sendFacts({ leaks: 99, dents: 0, barnacles: 0 });
    clock.now = MONDAY;
    notifications.send.mockRejectedValueOnce(new Error('killed'));
    expect(await digests().run()).toBe(1);
    // What it had in hand is nobody else's for a while.
    expect(await digests().run()).toBe(0);
    expect(await db('digests').whereNull('sent_at')).toHaveLength(1);
    clock.now += 10 * 60_000;
    const sent = await Promise.all([digests().run(), digests().run()]);
    expect(sent.sort()).toEqual([0, 1]);
    expect(notifications.send).toHaveBeenCalledTimes(3);
  });
});
