import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  Journey,
  JourneyTask,
  MyJourneys,
  TeamOnboarding,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { component, group, track, user } from '../../__testUtils__/entities';
import { startOnboarding } from '../../__testUtils__/startOnboarding';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const DAY = 24 * 3_600_000;

const ref = (name: string) => `user:default/${name}`;
const quay = { groups: ['quay'] };
const engineers = { groups: { $contains: 'group:default/engineering' } };

const welcome = (more: { title: string; id: string }[] = []) =>
  track('welcome', {
    audience: engineers,
    buddy: { atOnce: 1 },
    milestones: [
      {
        id: 'before',
        title: 'Before day one',
        due: '0d',
        tasks: [
          { id: 'laptop', title: 'Order a laptop', for: 'manager' },
          { id: 'account', title: 'Make an account', for: 'group:default/it' },
        ],
      },
      {
        id: 'week',
        title: 'First week',
        due: '7d',
        tasks: [
          {
            id: 'read',
            title: 'Read the guide',
            docs: 'https://docs.example.com',
          },
          { id: 'set-up', title: 'Set up', after: ['read'] },
          { id: 'coffee', title: 'Coffee', optional: true },
          { id: 'tour', title: 'Tour', verifiedBy: { buddy: true } },
          {
            id: 'change',
            title: 'A first change',
            verifiedBy: { record: 'merged-change', times: 2 },
          },
          ...more,
        ],
        generate: ['services'],
      },
    ],
  });

describe.each(databases.eachSupportedId())('journeys, %s', id => {
  let db: Knex;
  let portal: Awaited<ReturnType<typeof startOnboarding>>;

  beforeAll(async () => {
    db = await databases.init(id);
    portal = await startOnboarding({
      db,
      permissions: {
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: (permission.name === 'onboarding.journey.update.any'
              ? 'DENY'
              : 'ALLOW') as never,
          })),
      },
      entities: [
        group('engineering'),
        group('quay', {
          parent: 'engineering',
          annotations: { 'fairlead.dev/manager': 'max' },
        }),
        group('dock', { parent: 'engineering' }),
        group('platform'),
        group('it'),
        user('bo', quay),
        user('cy', quay),
        user('max', quay),
        user('pat', { groups: ['platform'] }),
        user('ida', { groups: ['it'] }),
        user('zed'),
        welcome(),
        track('on-call', {
          purpose: 'on-call',
          audience: engineers,
          starts: ['self', 'assignment'],
          milestones: [
            {
              id: 'm',
              title: 'Ready',
              tasks: [{ id: 'pager', title: 'Pager' }],
            },
          ],
        }),
        track('leaving', {
          purpose: 'handover',
          starts: ['assignment'],
          milestones: [
            { id: 'm', title: 'Hand over', tasks: [], generate: ['services'] },
          ],
        }),
      ],
    });
    await follow();
  });

  afterAll(async () => {
    await portal.stop();
  });

  /** Reads the catalog, and works out what follows. */
  async function follow() {
    await portal.sync();
    await portal.run('compose-tracks');
    await portal.run('follow-journeys');
  }

  async function me(name: string): Promise<MyJourneys> {
    const { body } = await portal.as(ref(name)).get('/journeys/me').expect(200);
    return body;
  }

  const mine = async (name: string) => (await me(name)).journeys[0];

  /** Puts somebody new into a team; answers their journey. */
  async function join(
    name: string,
    options: Parameters<typeof user>[1] = quay,
  ): Promise<Journey> {
    portal.put(user(name, options));
    await follow();
    return mine(name);
  }

  const taskOf = (journey: Journey, taskId: string): JourneyTask =>
    journey.milestones
      .flatMap(({ tasks }) => tasks)
      .find(task => task.id === taskId)!;

  const send = (
    name: string,
    { id: journeyId }: { id: string },
    path: string,
    body: object = {},
  ) => portal.as(ref(name)).post(`/journeys/${journeyId}/${path}`, body);

  it('begin when somebody joins, once, and for nobody who was there before', async () => {
    expect(await db('journeys')).toEqual([]);
    const journey = await join('ann');
    expect(journey).toMatchObject({
      trackRef: 'onboardingtrack:default/welcome',
      title: 'Track welcome',
      teamRef: 'group:default/quay',
      state: 'not-started',
      role: 'self',
      progress: { done: 0, total: 6, optionalTotal: 1 },
      next: 'read',
      people: [
        { role: 'buddy', ref: ref('bo'), state: 'proposed' },
        { role: 'manager', ref: ref('max') },
        { role: 'team', ref: 'group:default/quay' },
        { role: 'track-owner', ref: 'group:default/platform' },
      ],
    });
    expect(taskOf(journey, 'set-up')).toMatchObject({
      state: 'locked',
      lockedBy: [{ id: 'read', title: 'Read the guide' }],
      can: ['help'],
    });
    await db('entities').update({ start_at: 1 });
    await Promise.all([follow(), follow()]);
    expect((await me('ann')).journeys).toHaveLength(1);
    expect(await db('journeys')).toHaveLength(1);
  });

  it('start at the first visit, until a date is known and while nothing is done', async () => {
    const before = await db('journeys').where('user_ref', ref('ann')).first();
    expect(before.start_from).toBe('sign-in');
    const date = new Date(Date.now() + 3 * DAY).toISOString().slice(0, 10);
    portal.put(
      user('ann', {
        ...quay,
        annotations: { 'fairlead.dev/start-date': date },
      }),
    );
    await follow();
    expect(await mine('ann')).toMatchObject({
      startFrom: 'annotation',
      startAt: `${date}T00:00:00.000Z`,
    });
  });

  it('are seen by oneself and the buddy, who sees no times, and by nobody else', async () => {
    const journey = await mine('ann');
    await send('ann', journey, 'tasks/read/complete', {
      url: 'https://example.com/notes',
    }).expect(200);
    const get = (name: string) =>
      portal.as(ref(name)).get(`/journeys/${journey.id}`);

    const { body: own } = await get('ann').expect(200);
    expect(own.moments.map((one: { id: string }) => one.id)).toEqual([
      'setup',
      'merged-change',
      'review-given',
      'deployed-change',
      'resolved-incident',
      'completed',
    ]);
    expect(taskOf(own, 'read')).toMatchObject({
      state: 'done',
      doneAt: expect.any(String),
      evidence: { by: 'self', url: 'https://example.com/notes' },
    });
    const { body: buddys } = await get('bo').expect(200);
    expect(buddys).toMatchObject({
      role: 'buddy',
      moments: [],
      state: 'on-the-way',
    });
    for (const { tasks } of (buddys as Journey).milestones) {
      for (const task of tasks) {
        expect(task).not.toHaveProperty('doneAt');
        expect(task).not.toHaveProperty('openSince');
      }
    }
    for (const name of ['max', 'pat', 'ida', 'zed', 'cy']) {
      const { body } = await get(name).expect(404);
      expect(body.error.message).toBe(
        `There is no journey '${journey.id}', or you may not see it`,
      );
    }
    await portal.asService.get(`/journeys/${journey.id}`).expect(404);
    await portal.asService.get('/journeys/me').expect(403);
  });

  it('answer 304 while nothing changes', async () => {
    const journey = await mine('ann');
    const { headers } = await portal
      .as(ref('bo'))
      .get(`/journeys/${journey.id}`);
    const { status } = await portal
      .as(ref('bo'))
      .get(`/journeys/${journey.id}`)
      .set('If-None-Match', headers.etag);
    expect(status).toBe(304);
  });

  it('are ticked by whoever does a task, in turn, and once', async () => {
    const journey = await mine('ann');
    const complete = (name: string, taskId: string) =>
      send(name, journey, `tasks/${taskId}/complete`);
    const { body: again } = await complete('ann', 'read').expect(200);
    expect(again.revision).toBe(journey.revision);
    const { body: set } = await complete('ann', 'set-up').expect(200);
    expect(set).toMatchObject({ progress: { done: 2, total: 6 } });

    const { body: byHand } = await complete('ann', 'change').expect(409);
    expect(byHand.error.message).toContain('not ticked by hand');
    await complete('ann', 'tour').expect(403);
    await complete('bo', 'tour').expect(403);
    await complete('ann', 'laptop').expect(403);
    await complete('ann', 'nothing').expect(404);
    await complete('zed', 'read').expect(404);

    expect((await me('max')).tasksForOthers).toMatchObject([
      { journeyId: journey.id, userRef: ref('ann'), task: { id: 'laptop' } },
    ]);
    const { body: receipt } = await complete('max', 'laptop').expect(200);
    expect(receipt).toEqual({
      id: journey.id,
      trackRef: journey.trackRef,
      userRef: ref('ann'),
    });
    expect((await me('max')).tasksForOthers).toEqual([]);
    expect(
      (await me('ida')).tasksForOthers.map(({ task }) => [task.id, task.can]),
    ).toEqual([['account', ['complete', 'help']]]);
    await complete('ida', 'account').expect(200);
  });

  it('are ticked in order: a locked task tells what comes first', async () => {
    const journey = await join('lou');
    const { body } = await send('lou', journey, 'tasks/set-up/complete').expect(
      409,
    );
    expect(body.error.message).toBe("First comes: 'Read the guide'");
  });

  it('have a buddy who agrees or passes it on, and no one twice', async () => {
    // Bo goes along with Ann, and nobody with more than one; the manager is none.
    const lou = await mine('lou');
    expect(lou.people[0]).toMatchObject({ ref: ref('cy'), state: 'proposed' });
    expect((await me('cy')).buddyProposals).toEqual([
      { journeyId: lou.id, userRef: ref('lou'), trackTitle: 'Track welcome' },
    ]);
    await send('zed', lou, 'buddy', { answer: 'accept' }).expect(404);
    await send('lou', lou, 'buddy', { answer: 'accept' }).expect(403);
    await send('lou', lou, 'buddy', { buddy: ref('bo') }).expect(403);
    await send('pat', lou, 'buddy', { buddy: ref('lou') }).expect(400);
    await send('pat', lou, 'buddy', { buddy: ref('max') }).expect(409);
    const { body: unknown } = await send('pat', lou, 'buddy', {
      buddy: ref('nobody'),
    }).expect(404);
    // Whom the catalog hides from them is answered like somebody there is none of.
    portal.permissions.authorizeConditional.mockResolvedValueOnce([
      { result: AuthorizeResult.DENY },
    ]);
    const { body: hidden } = await send('pat', lou, 'buddy', {
      buddy: ref('cy'),
    }).expect(404);
    expect(hidden.error.message).toBe(
      unknown.error.message.replace('nobody', 'cy'),
    );

    await send('cy', lou, 'buddy', { answer: 'pass' }).expect(200);
    expect((await mine('lou')).people[0]).toEqual({
      role: 'buddy',
      ref: ref('ann'),
      state: 'proposed',
    });
    await send('ann', lou, 'buddy', { answer: 'pass' }).expect(200);
    expect((await mine('lou')).people[0]).toEqual({ role: 'buddy' });
    await portal.as(ref('cy')).get(`/journeys/${lou.id}`).expect(404);

    await send('pat', lou, 'buddy', { buddy: ref('cy') }).expect(200);
    await send('cy', lou, 'buddy', { answer: 'accept' }).expect(200);
    await send('cy', lou, 'buddy', { answer: 'accept' }).expect(200);
    expect((await me('cy')).tasksForOthers.map(({ task }) => task.id)).toEqual([
      'tour',
    ]);
    expect((await me('cy')).buddyOf).toMatchObject([
      { userRef: ref('lou'), state: 'not-started', progress: { total: 6 } },
    ]);
    const { body } = await send('cy', lou, 'tasks/tour/complete').expect(200);
    expect(taskOf(body, 'tour')).toMatchObject({
      state: 'done',
      evidence: { by: 'buddy' },
    });
  });

  it('let tasks be waived by those who may, and count them no more', async () => {
    const lou = await mine('lou');
    const waive = (name: string, taskId: string, body: object = {}) =>
      send(name, lou, `tasks/${taskId}/waive`, {
        reason: 'Not this time',
        ...body,
      });
    await waive('lou', 'change').expect(403);
    await waive('max', 'change').expect(403);
    await waive('pat', 'change', { reason: '' }).expect(400);
    await waive('cy', 'tour').expect(409);
    // Done already, which is not for those to know who answer for the track.
    await waive('pat', 'tour').expect(200);
    await waive('lou', 'coffee').expect(200);
    await waive('pat', 'change', { notApplicable: true }).expect(200);
    await waive('cy', 'account').expect(200);
    const journey = await mine('lou');
    expect(journey.progress).toEqual({
      done: 1,
      total: 4,
      optionalDone: 0,
      optionalTotal: 0,
      waived: 3,
    });
    expect(taskOf(journey, 'change')).toMatchObject({
      state: 'not-applicable',
      waived: { reason: 'Not this time' },
    });
  });

  it('finish when all that counts is done', async () => {
    const lou = await mine('lou');
    await send('lou', lou, 'tasks/read/complete').expect(200);
    await send('lou', lou, 'tasks/set-up/complete').expect(200);
    await send('max', lou, 'tasks/laptop/complete').expect(200);
    expect(await mine('lou')).toMatchObject({
      state: 'finished',
      finishedAt: expect.any(String),
      progress: { done: 4, total: 4 },
    });
  });

  it('stay on their version and move when they are asked to, with what is done', async () => {
    const before = await mine('ann');
    expect(before).toMatchObject({ version: 1 });
    expect(before).not.toHaveProperty('newerVersion');
    portal.put(welcome([{ id: 'new', title: 'Something new' }]));
    await follow();
    expect(await mine('ann')).toMatchObject({ version: 1, newerVersion: 2 });
    await send('bo', before, 'move').expect(403);
    const { body: moved } = await send('ann', before, 'move').expect(200);
    expect(moved).toMatchObject({
      version: 2,
      progress: { done: 4, total: 7 },
    });
    expect(taskOf(moved, 'read').state).toBe('done');
    expect(taskOf(moved, 'new').state).toBe('open');
    const { body: again } = await send('ann', before, 'move').expect(200);
    expect(again.revision).toBe(moved.revision);
    await send('lou', await mine('lou'), 'move').expect(409);
  });

  it('have what the catalog adds for the team, while it is there', async () => {
    const tasks = async () =>
      (await mine('ann')).milestones[1].tasks.flatMap(task =>
        task.generated ? [[task.title, task.state]] : [],
      );
    expect(await tasks()).toEqual([]);
    portal.put(component('shop', 'quay'), component('cart', 'quay'));
    await follow();
    expect(await tasks()).toEqual([
      ['Get to know cart', 'open'],
      ['Get to know shop', 'open'],
    ]);
    const journey = await mine('ann');
    const cart = journey.milestones[1].tasks.find(
      ({ title }) => title === 'Get to know cart',
    )!;
    await send('ann', journey, `tasks/${cart.id}/complete`).expect(200);
    portal.remove('component:default/shop', 'component:default/cart');
    await follow();
    expect(await tasks()).toEqual([['Get to know cart', 'done']]);
    const { revision } = await mine('ann');
    await db('journeys').update({ generate_at: 1 });
    await follow();
    expect((await mine('ann')).revision).toBe(revision);
  });

  it('are begun by oneself where one is of the audience, one at a time', async () => {
    const start = (name: string, body: object) =>
      portal.as(ref(name)).post('/journeys', body);
    const onCall = { track: 'onboardingtrack:default/on-call' };
    expect((await me('bo')).startable.map(one => one.title)).toEqual([
      'Track on-call',
      'Track welcome',
    ]);
    expect((await me('zed')).startable).toEqual([]);
    await start('zed', onCall).expect(403);
    await start('bo', { track: 'onboardingtrack:default/none' }).expect(404);
    const { body: first } = await start('bo', onCall).expect(201);
    expect(first).toMatchObject({
      role: 'self',
      teamRef: 'group:default/quay',
    });
    const both = await Promise.all([start('bo', onCall), start('bo', onCall)]);
    expect(both.map(({ status, body }) => [status, body.id])).toEqual([
      [200, first.id],
      [200, first.id],
    ]);
    await send('bo', first, 'end', { reason: 'Not now' }).expect(200);
    await send('bo', first, 'end').expect(200);
    await send('bo', first, 'tasks/pager/complete').expect(409);
    const { body: second } = await start('bo', onCall).expect(201);
    expect(second.id).not.toBe(first.id);
  });

  it('are assigned by those who answer for the track, and nobody else', async () => {
    const onCall = {
      track: 'onboardingtrack:default/on-call',
      user: ref('cy'),
    };
    const start = (name: string, body: object) =>
      portal.as(ref(name)).post('/journeys', body);
    await start('bo', onCall).expect(403);
    await start('pat', { ...onCall, user: ref('none') }).expect(404);
    await start('pat', { ...onCall, user: 'group:default/it' }).expect(400);
    await start('pat', { ...onCall, startAt: '1999-01-01T00:00:00Z' }).expect(
      400,
    );
    const startAt = new Date(Date.now() + DAY).toISOString();
    const { body } = await start('pat', { ...onCall, startAt }).expect(201);
    expect(body).toEqual({
      id: expect.any(String),
      trackRef: onCall.track,
      userRef: ref('cy'),
    });
    expect(await mine('cy')).toMatchObject({
      id: body.id,
      startAt,
      startFrom: 'told',
    });
    await portal.asService.post('/journeys', onCall).expect(403);
    await portal.asService
      .post('/journeys', { track: onCall.track })
      .expect(400);
  });

  it('begin anew after a transfer, and after coming back, and for somebody else by the name', async () => {
    await join('sam');
    const journeys = async () =>
      (await db('journeys')
        .where('user_ref', ref('sam'))
        .orderBy('created_at')) as {
        team_ref: string;
        occasion: string;
        state: string;
      }[];
    portal.put(user('sam', { groups: ['quay', 'dock'] }));
    await follow();
    expect(await journeys()).toHaveLength(1);
    portal.put(user('sam', { groups: ['dock'] }));
    await follow();
    expect((await journeys()).map(({ occasion }) => occasion)).toEqual([
      'join:group:default/quay:1',
      'join:group:default/dock:1',
    ]);
    expect((await journeys())[0].state).toBe('not-started');

    portal.put(user('sam', { groups: [] }));
    await follow();
    await db('memberships')
      .where({ user_ref: ref('sam'), group_ref: 'group:default/dock' })
      .update({ left_at: Date.now() - 8 * DAY });
    portal.put(user('sam', { groups: ['dock'] }));
    await follow();
    expect((await journeys()).at(-1)).toMatchObject({
      occasion: 'join:group:default/dock:2',
    });

    portal.put(user('sam', { groups: ['dock'], uid: 'uid-another-sam' }));
    await follow();
    expect((await journeys()).map(({ state }) => state)).toEqual([
      'ended',
      'ended',
      'ended',
      'not-started',
    ]);
    expect((await me('sam')).journeys).toHaveLength(1);
  });

  it('wait a while for somebody whom the catalog has lost', async () => {
    const journey = await join('kim', { groups: ['dock'] });
    portal.remove(ref('kim'));
    await follow();
    expect(await mine('kim')).toMatchObject({
      id: journey.id,
      state: 'not-started',
    });
    portal.put(user('kim', { groups: ['dock'] }));
    await follow();
    expect((await me('kim')).journeys.map(one => one.id)).toEqual([journey.id]);
    portal.remove(ref('kim'));
    await follow();
    await db('journeys')
      .where('id', journey.id)
      .update({ user_gone_at: Date.now() - 8 * DAY });
    await follow();
    expect(await me('kim')).toMatchObject({
      isUnknown: true,
      journeys: [{ state: 'ended' }],
    });
  });

  it('let software tick what is a person’s own, with the time of it, and verify, waive and agree to nothing', async () => {
    const tia = await join('tia', { groups: ['dock'] });
    const asSoftware = (name: string, path: string, body: object = {}) =>
      portal
        .call('post', `/journeys/${tia.id}/${path}`)
        .set(
          'Authorization',
          `Bearer ${mockCredentials.user.token(ref(name), {
            actor: { subject: 'plugin:mcp-actions' },
          })}`,
        )
        .send(body);
    const startedAt = Date.parse(tia.startAt);
    for (const at of [startedAt - DAY - 1, Date.now() + DAY]) {
      const { body } = await asSoftware('tia', 'tasks/read/complete', {
        at: new Date(at).toISOString(),
      }).expect(400);
      expect(body.error.message).toContain("Body 'at': lies");
    }
    const at = new Date(startedAt - DAY).toISOString();
    const { body: byHand } = await send('tia', tia, 'tasks/read/complete', {
      at,
    }).expect(400);
    expect(byHand.error.message).toContain("Body 'at': only software");
    await asSoftware('tia', 'tasks/read/complete', { at }).expect(200);
    expect(taskOf(await mine('tia'), 'read').doneAt).toBe(at);
    const waiver = { reason: 'I know it' };
    await asSoftware('tia', 'tasks/coffee/waive', waiver).expect(403);
    await send('pat', tia, 'buddy', { buddy: ref('cy') }).expect(200);
    await asSoftware('cy', 'buddy', { answer: 'accept' }).expect(403);
    await send('cy', tia, 'buddy', { answer: 'accept' }).expect(200);
    const { body } = await asSoftware('cy', 'tasks/tour/complete').expect(403);
    expect(body.error.message).toContain('software verifies nothing');
  });

  it('hand over what only they know', async () => {
    portal.put(component('till', 'quay'), component('bill', 'quay'));
    await portal
      .as(ref('pat'))
      .post('/journeys', {
        track: 'onboardingtrack:default/leaving',
        user: ref('cy'),
      })
      .expect(201);
    const merged = (key: string, person: string, name: string) => ({
      kind: 'merged-change' as const,
      key,
      person: ref(person),
      at: new Date(Date.now() - DAY).toISOString(),
      entityRefs: [`component:default/${name}`],
    });
    portal.tell(
      merged('1', 'cy', 'till'),
      merged('2', 'cy', 'bill'),
      merged('3', 'bo', 'bill'),
    );
    await portal.run('verify-by-records');
    await db('journeys').update({ generate_at: 1 });
    await follow();
    const leaving = (await me('cy')).journeys.find(
      ({ purpose }) => purpose === 'handover',
    )!;
    const titles = leaving.milestones[0].tasks.map(({ title }) => title);
    expect(titles).toHaveLength(1);
    expect(titles[0]).toContain('till');
    expect(leaving.moments.map(one => one.id)).toEqual(['completed']);
  });

  it('tell those who answer for the track who of a team is on the way, and nothing of how far', async () => {
    const { id: journeyId, trackRef } = await join('lea');
    const team = async (name: string): Promise<TeamOnboarding> =>
      (await portal.as(ref(name)).get('/teams/group/default/quay').expect(200))
        .body;
    const find = async () => {
      const { ledTracks = [] } = await team('pat');
      return ledTracks.find(({ journeys }) =>
        journeys.some(one => one.journeyId === journeyId),
      );
    };
    const led = await find();
    expect(led).toMatchObject({ trackRef, title: 'Track welcome' });
    expect(led!.tasks).toContainEqual({ id: 'read', title: 'Read the guide' });
    expect(led!.journeys).toContainEqual({
      journeyId,
      userRef: ref('lea'),
      buddyRef: expect.stringContaining('user:default/'),
    });
    for (const name of ['lea', 'bo', 'max', 'zed']) {
      expect(await team(name)).not.toHaveProperty('ledTracks');
    }
    // With what is told they end it, and are told of it no more.
    await portal
      .as(ref('pat'))
      .post(`/journeys/${journeyId}/end`, { reason: 'Goes elsewhere' })
      .expect(200);
    expect(await find()).toBeUndefined();
  });

  it('go on when their track is deleted', async () => {
    portal.remove('onboardingtrack:default/welcome');
    await follow();
    expect(await mine('ann')).toMatchObject({ trackIsGone: true, version: 2 });
    await send('ann', await mine('ann'), 'tasks/new/complete').expect(200);
  });
});
