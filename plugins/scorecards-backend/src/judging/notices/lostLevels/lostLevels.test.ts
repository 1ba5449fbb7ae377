import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  component,
  COMPONENT,
  scorecard,
  TEAM,
} from '../../../__testUtils__/entities';
import {
  DAY,
  MINUTE,
  NOON,
  startServices,
} from '../../../__testUtils__/startServices';
import { LostLevelNotices, NoticeSender } from '..';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('lost levels, %s', id => {
  async function start(options: { entities?: string[]; isEnabled?: boolean }) {
    const { entities = ['ferry'], isEnabled = true } = options;
    const services = await startServices({
      knex: await databases.init(id),
      entities: [...entities.map(name => component(name)), scorecard()],
    });
    const logger = mockServices.logger.mock();
    const notices = LostLevelNotices.create({
      ...services,
      clock: () => services.clock.now,
      isEnabled,
      sender: NoticeSender.create({ ...services, isEnabled: true, logger }),
    });
    const sendAll = async (leaks: number) => {
      for (const name of entities) {
        await services.send(`component:default/${name}`, { leaks });
      }
      await services.catchUp();
    };
    await services.catchUp();
    await sendAll(0);
    return {
      ...services,
      logger,
      sendAll,
      /** What is told once there was time to gather it. */
      async tell() {
        services.clock.now += MINUTE;
        services.notifications.send.mockClear();
        await notices.run();
        return services.notifications.send.mock.calls.map(
          ([notification]: any[]) => notification,
        );
      },
    };
  }

  it('tells the owner once, with what was lost and why', async () => {
    const { clock, sendAll, tell } = await start({});
    expect(await tell()).toEqual([]);
    clock.now += 1;
    await sendAll(99);
    expect(await tell()).toEqual([
      {
        recipients: { type: 'entity', entityRef: [TEAM] },
        payload: {
          title: expect.stringMatching(
            /ferry.* lost level .*gold.* of “.*seaworthy.*”, now no level/,
          ),
          description: expect.stringContaining('went from pass to fail'),
          link: '/catalog/default/component/ferry/scorecards',
          severity: 'high',
          topic: 'levels',
          scope: 'levels:scorecard:default/seaworthy:component:default/ferry',
        },
      },
    ]);
    expect(await tell()).toEqual([]);
  });

  it('gathers for a while, and tells nothing of what has its level back by then', async () => {
    const { clock, db, sendAll, tell } = await start({});
    clock.now += 1;
    await sendAll(99);
    clock.now += 1;
    await sendAll(0);
    expect(await db('lost_levels')).toHaveLength(1);
    expect(await tell()).toEqual([]);
    expect(await db('lost_levels')).toEqual([]);
  });

  it('tells many that fall together in one notification for the team', async () => {
    const { clock, sendAll, tell } = await start({
      entities: ['ferry', 'tug', 'raft', 'gig', 'barge', 'punt'],
    });
    clock.now += 1;
    await sendAll(99);
    const told = await tell();
    expect(told).toHaveLength(1);
    expect(told[0].payload).toMatchObject({
      title: expect.stringMatching(/6.* entities of .*crew.* lost a level/),
      description: expect.stringMatching(/and .*1.* more$/),
      link: '/scorecards/default/seaworthy?owner=group%3Adefault%2Fcrew',
      scope: `levels:scorecard:default/seaworthy:${TEAM}`,
    });
  });

  it('tells what a changed definition took in one notification, once all were judged by it', async () => {
    const {
      bulk,
      catalog,
      clock,
      db,
      definitions,
      definitionSync,
      entitySync,
      tell,
    } = await start({ entities: ['ferry', 'tug'] });
    catalog.put(scorecard({ checks: [{ id: 'leaks', rule: { kind: 'X' } }] }));
    clock.now += DAY / 2;
    await entitySync.run();
    await definitionSync.run();
    definitions.forget();
    await bulk.run();
    await db('scorecards').update({ evaluated_version: 1 });
    expect(await tell()).toEqual([]);
    await bulk.run();
    const told = await tell();
    expect(told).toHaveLength(1);
    expect(told[0].payload).toMatchObject({
      title: expect.stringMatching(
        /2.* entities .*asks for something else now/,
      ),
      severity: 'normal',
    });
  });

  it('tells nothing of a check that is only announced, or when told not to', async () => {
    const { catalog, catchUp, clock, db, tell } = await start({});
    catalog.put(
      scorecard({
        checks: [
          { id: 'leaks' },
          { id: 'dents', from: new Date(NOON + 9 * DAY).toISOString() },
        ],
      }),
    );
    clock.now += 1;
    await catchUp();
    expect(await db('lost_levels')).toEqual([]);
    expect(await tell()).toEqual([]);

    const silent = await start({ isEnabled: false });
    silent.clock.now += 1;
    await silent.sendAll(99);
    expect(await silent.tell()).toEqual([]);
    expect(await silent.db('lost_levels')).toEqual([]);
  });

  it('goes with its entity, and says once that nobody takes notifications', async () => {
    const {
      catalog,
      clock,
      db,
      logger,
      notifications,
      entitySync,
      sendAll,
      tell,
    } = await start({ entities: ['ferry', 'tug'] });
    notifications.send.mockRejectedValue(new Error('No such plugin'));
    clock.now += 1;
    await sendAll(99);
    expect(await tell()).toHaveLength(2);
    expect(logger.warn).toHaveBeenCalledTimes(1);

    clock.now += 1;
    await sendAll(0);
    clock.now += 1;
    await sendAll(99);
    catalog.remove(COMPONENT);
    await entitySync.run();
    expect(await db('lost_levels').pluck('entity_ref')).toEqual([
      'component:default/tug',
    ]);
  });
});
