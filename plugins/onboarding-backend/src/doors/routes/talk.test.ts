import { createServiceFactory } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { Journey } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { group, track, user } from '../../__testUtils__/entities';
import { startOnboarding } from '../../__testUtils__/startOnboarding';
import { Reminders } from '../../judging/reminders';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const ref = (name: string) => `user:default/${name}`;

const STUCK = {
  tried: 'Turned it off and on',
  errorSays: 'EACCES',
  ifNobodyWereHere: 'Ask a search engine',
  missing: 'context',
};

describe.each(databases.eachSupportedId())('talk, %s', id => {
  const send = jest.fn();
  let db: Knex;
  let portal: Awaited<ReturnType<typeof startOnboarding>>;
  let journey: Journey;

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
      features: [
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({ send }),
        }),
      ],
      entities: [
        group('quay', { annotations: { 'fairlead.dev/manager': 'max' } }),
        group('it'),
        group('platform'),
        user('bo', { groups: ['quay'] }),
        user('max'),
        user('ida', { groups: ['it'] }),
        user('zed'),
        track('welcome', {
          audience: { groups: { $contains: 'group:default/quay' } },
          buddy: {},
          milestones: [
            {
              id: 'week',
              title: 'First week',
              tasks: [
                { id: 'laptop', title: 'Order a laptop', for: 'manager' },
                {
                  id: 'read',
                  title: 'Read the guide',
                  docs: 'https://docs.example.com/guide',
                  owner: 'group:default/it',
                  takes: '1h',
                },
                { id: 'set-up', title: 'Set up', after: ['read'] },
              ],
            },
          ],
        }),
      ],
    });
    await follow();
    portal.put(user('ann', { groups: ['quay'] }));
    await follow();
    [journey] = (await me('ann')).journeys;
  });

  afterAll(async () => {
    await portal.stop();
  });

  beforeEach(() => {
    send.mockReset();
  });

  async function follow() {
    await portal.sync();
    await portal.run('compose-tracks');
    await portal.run('follow-journeys');
  }

  async function me(name: string) {
    return (await portal.as(ref(name)).get('/journeys/me').expect(200)).body;
  }

  const ask = (name: string, body: object = STUCK, task = 'read') =>
    portal
      .as(ref(name))
      .post(`/journeys/${journey.id}/tasks/${task}/help`, body);

  const reply = (name: string, helpId: string) =>
    portal
      .as(ref(name))
      .post(`/help-requests/${helpId}/reply`, { text: 'Ask for access' });

  const taskOf = ({ milestones }: Journey, taskId = 'read') =>
    milestones.flatMap(({ tasks }) => tasks).find(one => one.id === taskId)!;

  /** The task on the page of the journey. */
  const linkTo = (taskId: string) =>
    `/onboarding/journeys/${journey.id}#task-${journey.id}-${taskId}`;

  it('asks the owner of the task while no buddy agreed, with the answers', async () => {
    const { body } = await ask('ann').expect(200);
    expect(taskOf(body).help).toMatchObject({
      ...STUCK,
      taskTitle: 'Read the guide',
      toRef: 'group:default/it',
    });
    expect(send).toHaveBeenCalledTimes(1);
    expect(send.mock.calls[0][0]).toMatchObject({
      recipients: { type: 'entity', entityRef: 'group:default/it' },
      payload: {
        title: expect.stringContaining('Read the guide'),
        description: expect.stringContaining('EACCES'),
        topic: 'onboarding',
        link: `/onboarding#help-${taskOf(body).help!.id}`,
      },
    });
    await ask('ann').expect(409);
  });

  it('tells nobody else that there is a journey', async () => {
    await ask('zed').expect(404);
    await ask('max').expect(403);
    await ask('ann', { ...STUCK, tried: '' }).expect(400);
    await ask('ann', { ...STUCK, tried: 'x'.repeat(5000) }).expect(400);
    expect(send).not.toHaveBeenCalled();
  });

  it('is answered by whoever was asked, once', async () => {
    const { helpRequests } = await me('ida');
    expect(helpRequests).toMatchObject([
      { askedBy: ref('ann'), taskTitle: 'Read the guide', ...STUCK },
    ]);
    expect((await me('bo')).helpRequests).toEqual([]);
    const [{ id: helpId }] = helpRequests;
    await reply('zed', helpId).expect(404);
    await reply('ann', helpId).expect(404);
    const { body } = await reply('ida', helpId).expect(200);
    expect(body.reply).toMatchObject({
      text: 'Ask for access',
      by: ref('ida'),
    });
    expect(send.mock.calls).toMatchObject([
      [
        {
          recipients: { entityRef: ref('ann') },
          payload: { link: linkTo('read') },
        },
      ],
    ]);
    await reply('ida', helpId).expect(409);
    expect((await me('ida')).helpRequests).toEqual([]);
    expect(taskOf((await me('ann')).journeys[0]).help).toMatchObject({
      reply: { text: 'Ask for access' },
    });
  });

  it('asks the buddy who agreed, until it is solved', async () => {
    await portal
      .as(ref('bo'))
      .post(`/journeys/${journey.id}/buddy`, { answer: 'accept' })
      .expect(200);
    await ask('ann').expect(200);
    expect(send.mock.calls).toMatchObject([
      [
        {
          recipients: { entityRef: ref('bo') },
          payload: { link: linkTo('read') },
        },
      ],
    ]);
    expect((await me('bo')).helpRequests).toHaveLength(1);
    const { body: seen } = await portal
      .as(ref('bo'))
      .get(`/journeys/${journey.id}`)
      .expect(200);
    expect(taskOf(seen).help).toMatchObject({ toRef: ref('bo') });
    const { body } = await portal
      .as(ref('ann'))
      .post(`/journeys/${journey.id}/tasks/read/solved`, {})
      .expect(200);
    expect(taskOf(body).help?.solvedAt).toEqual(expect.any(String));
    expect((await me('bo')).helpRequests).toEqual([]);
  });

  it('is asked for twenty times a day at most', async () => {
    const [row] = await db('help_requests').orderBy('asked_at');
    await db('help_requests').insert(
      Array.from({ length: 18 }, (_, i) => ({
        ...row,
        id: `more-${i}`,
        solved_at: row.asked_at,
      })),
    );
    await ask('ann').expect(429);
    await db('help_requests').whereLike('id', 'more-%').delete();
    const { body } = await ask('ann').expect(200);
    expect(taskOf(body).help).not.toHaveProperty('solvedAt');
  });

  it('tells the owner of documentation what is wrong, once a day and not by whom', async () => {
    const vote = (body: object, task = 'read', name = 'ann') =>
      portal
        .as(ref(name))
        .post(`/journeys/${journey.id}/tasks/${task}/vote`, body);
    await vote({ vote: 'found' }).expect(200);
    expect(send).not.toHaveBeenCalled();
    await vote({ vote: 'wrong', note: 'Step 3' }).expect(200);
    const { body } = await vote({ vote: 'missing' }).expect(200);
    expect(taskOf(body).vote).toBe('missing');
    expect(await db('docs_votes').select('vote')).toEqual([
      { vote: 'missing' },
    ]);
    expect(send).toHaveBeenCalledTimes(1);
    const [[{ recipients, payload }]] = send.mock.calls;
    expect(recipients.entityRef).toBe('group:default/it');
    expect(payload.description).toContain('Step 3');
    expect(JSON.stringify(payload)).not.toContain('ann');

    await db('docs_notices').update({ told_at: Date.now() - DAY - HOUR });
    await vote({ vote: 'wrong' }).expect(200);
    expect(send).toHaveBeenCalledTimes(2);
    await vote({ vote: 'wrong' }, 'set-up').expect(409);
    await vote({ vote: 'wrong' }, 'laptop').expect(403);
    await vote({ vote: 'wrong' }, 'read', 'zed').expect(404);
  });

  it('reminds in working hours, once a day, and of nothing twice', async () => {
    const monday = Date.parse('2027-01-04T10:00:00Z');
    const remind = async (now: number, isEnabled = true) => {
      const notify = jest.fn();
      const create = () =>
        Reminders.create({
          db,
          clock: () => now,
          isEnabled,
          notify,
          timeZone: 'UTC',
        });
      await Promise.all([create().run(), create().run()]);
      return notify.mock.calls
        .map(([to, { title, link }]) => [to, title, link])
        .sort();
    };
    expect(await remind(monday, false)).toEqual([]);
    expect(await remind(monday - DAY)).toEqual([]);
    expect(await remind(monday - 2 * HOUR)).toEqual([]);
    expect(await remind(monday)).toEqual([
      [ref('ann'), expect.stringContaining('How does it go'), linkTo('read')],
      [
        ref('max'),
        expect.stringContaining('Order a laptop'),
        `/onboarding#task-${journey.id}-laptop`,
      ],
    ]);
    expect(await db('journey_tasks').whereNotNull('asked_at')).toMatchObject([
      { task_id: 'read' },
    ]);
    expect(await remind(monday + HOUR)).toEqual([]);
    expect(await remind(monday + DAY)).toEqual([]);
    // Something else to say asks them no second time how it goes.
    const { buddy_ref: buddy } = await db('journeys').first('buddy_ref');
    const propose = (userRef: string, state: string) =>
      db('journeys').update({ buddy_ref: userRef, buddy_state: state });
    await propose(ref('ann'), 'proposed');
    expect(await remind(monday + DAY)).toEqual([
      [
        ref('ann'),
        expect.stringContaining('Will you go along with'),
        expect.any(String),
      ],
    ]);
    await propose(buddy, 'accepted');
    await db('reminders').update({ day: '2027-01-04' });
    expect(await remind(monday + DAY)).toEqual([]);
    await portal
      .as(ref('ann'))
      .post(`/journeys/${journey.id}/tasks/read/complete`, {})
      .expect(200);
    expect(await remind(monday + HOUR)).toEqual([]);
    expect(await remind(monday + 2 * DAY)).toEqual([
      [ref('ann'), expect.stringContaining('Set up'), linkTo('set-up')],
    ]);
    await db('journeys').update({ buddy_state: 'proposed' });
    expect(await remind(monday + 3 * DAY)).toEqual([
      [
        ref('bo'),
        expect.stringContaining('Will you go along with'),
        `/onboarding#buddy-${journey.id}`,
      ],
    ]);
  });

  it('goes on where nobody takes notifications', async () => {
    send.mockRejectedValue(new Error('404'));
    const { body } = await ask('ann', STUCK, 'set-up').expect(200);
    expect(taskOf(body, 'set-up').help).toMatchObject(STUCK);
  });
});
