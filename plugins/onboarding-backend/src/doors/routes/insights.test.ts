import { TestDatabases } from '@backstage/backend-test-utils';
import {
  OnboardingValues,
  TrackInsights,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { component, group, track, user } from '../../__testUtils__/entities';
import { startOnboarding } from '../../__testUtils__/startOnboarding';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const ref = (name: string) => `user:default/${name}`;
const QUAY = 'group:default/quay';
const EMPTY = 'group:default/empty';
const DAY = 24 * 3_600_000;

describe.each(databases.eachSupportedId())('figures, %s', id => {
  const denied = new Set(['onboarding.journey.update.any']);
  let db: Knex;
  let portal: Awaited<ReturnType<typeof startOnboarding>>;

  beforeAll(async () => {
    db = await databases.init(id);
    portal = await startOnboarding({
      db,
      permissions: {
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: (denied.has(permission.name) ? 'DENY' : 'ALLOW') as never,
          })),
      },
      entities: [
        group('quay', { annotations: { 'fairlead.dev/manager': 'max' } }),
        group('dock'),
        group('empty'),
        group('platform'),
        user('max'),
        user('pat', { groups: ['platform'] }),
        user('zed'),
        component('cart', 'quay'),
        track('welcome', {
          audience: {
            $any: [
              { groups: { $contains: QUAY } },
              { groups: { $contains: 'group:default/dock' } },
            ],
          },
          milestones: [
            {
              id: 'week',
              title: 'First week',
              tasks: [
                {
                  id: 'read',
                  title: 'Read',
                  docs: 'https://docs.example.com',
                  owner: QUAY,
                },
                { id: 'badge', title: 'Badge', for: 'group:default/empty' },
              ],
            },
            {
              id: 'month',
              title: 'First month',
              tasks: [{ id: 'ship', title: 'Ship', optional: true }],
            },
          ],
        }),
      ],
    });
    await follow();
  });

  afterAll(async () => {
    await portal.stop();
  });

  async function follow() {
    await portal.sync();
    await portal.run('compose-tracks');
    await portal.run('follow-journeys');
  }

  async function join(team: string, ...names: string[]) {
    portal.put(...names.map(name => user(name, { groups: [team] })));
    await follow();
  }

  async function insights(query = ''): Promise<TrackInsights> {
    const { body } = await portal
      .as(ref('zed'))
      .get(`/tracks/default/welcome/insights${query}`)
      .expect(200);
    return body;
  }

  const team = async (name: string) =>
    (await portal.as(ref(name)).get('/teams/group/default/quay').expect(200))
      .body;

  /** Of each of them one, a second apart. */
  async function tellBuilds(since: number, ...names: string[]) {
    portal.tell(
      ...names.map((name, i) => ({
        kind: 'green-build' as const,
        key: `build-${name}`,
        person: ref(name),
        at: new Date(since + i * 1000).toISOString(),
        entityRefs: [],
      })),
    );
    await portal.run('verify-by-records');
  }

  const onTask =
    (name: string, journeyId: string) => (path: string, sent: object) =>
      portal
        .as(ref(name))
        .post(`/journeys/${journeyId}/tasks/read/${path}`, sent)
        .expect(200);

  async function values(after?: string) {
    await portal.run('compute-values');
    const { body } = await portal.asService
      .get(`/values${after ? `?after=${after}` : ''}`)
      .expect(200);
    return body as { items: OnboardingValues[]; cursor: string };
  }

  async function valuesNow(entityRef: string): Promise<OnboardingValues> {
    await db('entities').update({ values_due_at: 1 });
    const { items } = await values();
    return items.find(one => one.entityRef === entityRef)!;
  }

  it('tell nothing of four people', async () => {
    await join('quay', 'a', 'b', 'c', 'd');
    expect(await insights()).toEqual({
      trackRef: 'onboardingtrack:default/welcome',
      cohorts: [],
      funnel: [],
      tasks: [],
      changes: [],
      findings: [],
    });
    expect(await team('zed')).toEqual({
      teamRef: QUAY,
      journeys: [],
      tasks: [],
      rolesUnfilled: [],
      helpRequests: [],
    });
    const { items } = await values();
    expect(items.find(({ entityRef }) => entityRef === QUAY)).toEqual({
      entityRef: QUAY,
      computedAt: expect.any(String),
      trackExists: true,
    });
    expect(
      items.find(({ entityRef }) => entityRef === 'group:default/empty'),
    ).toMatchObject({ trackExists: false });
  });

  it('tell of five, with those who are not there yet', async () => {
    await join('quay', 'e');
    const { cursor } = await values();
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const { body } = await portal.as(ref(name)).get('/journeys/me');
      const [{ id: journeyId }] = body.journeys;
      const post = onTask(name, journeyId);
      await post('vote', { vote: name === 'a' ? 'wrong' : 'found' });
      if (name === 'a') {
        await post('help', {
          tried: 'It',
          errorSays: 'No',
          ifNobodyWereHere: 'Guess',
          missing: 'confidence',
        });
      }
      await post('complete', {});
    }
    const now = Date.now();
    await tellBuilds(now, 'a', 'b', 'c');

    const told = await insights();
    expect(told.cohorts).toMatchObject([
      {
        n: 5,
        setup: { reached: 3, n: 5, median: expect.any(Number) },
        mergedChange: { reached: 0, n: 5 },
        completed: { reached: 0, n: 5 },
      },
    ]);
    // The three who are there are too few to tell of alone.
    expect(told.cohorts[0].setup).not.toHaveProperty('medianSoFar');
    expect(told.cohorts[0].mergedChange).not.toHaveProperty('median');
    expect(told.funnel).toEqual([
      { milestoneId: 'week', title: 'First week', reached: 0, n: 5 },
    ]);
    expect(told.tasks).toMatchObject([
      {
        taskId: 'read',
        met: 5,
        done: 5,
        stuckShare: 0.2,
        votes: { found: 4, wrong: 1, missing: 0 },
      },
      { taskId: 'badge', met: 5, done: 0, stuckShare: 0 },
      { taskId: 'ship', met: 5, done: 0 },
    ]);
    expect(told.tasks[0]).not.toHaveProperty('missing');
    expect(told.findings).toEqual([
      { kind: 'empty-group', role: 'group:default/empty', journeys: 5 },
    ]);
    const { teamRef, ...ofTeam } = await insights('?team=quay');
    expect(teamRef).toBe(QUAY);
    expect(ofTeam).toEqual(told);

    const { items, cursor: next } = await values(cursor);
    expect(items.map(({ entityRef }) => entityRef).sort()).toEqual([
      QUAY,
      'onboardingtrack:default/welcome',
    ]);
    expect(items.find(({ entityRef }) => entityRef === QUAY)).toMatchObject({
      docs: { found: 0.8, wrong: 0.2, missing: 0, n: 5 },
      stuckShare: { n: 15 },
      setupTime: { n: 5 },
    });
    await db('entities').update({ values_due_at: 1 });
    expect((await values(next)).items).toEqual([]);
  });

  it('pass nothing over where the clock of a replica was ahead', async () => {
    const [{ id: journeyId }] = (await portal.as(ref('a')).get('/journeys/me'))
      .body.journeys;
    const vote = onTask('a', journeyId);
    await vote('vote', { vote: 'missing' });
    await db('clocks')
      .where('name', 'values')
      .update({ last: Date.now() + 3_600_000 });
    const ahead = await values();
    const found = [];
    let after = ahead.cursor;
    for (const one of ['found', 'wrong']) {
      await vote('vote', { vote: one });
      const { items, cursor } = await values(after);
      found.push(
        items.find(({ entityRef }) => entityRef === QUAY)?.docs?.found,
      );
      after = cursor;
    }
    expect(found).toEqual([1, 0.8]);
  });

  it('tell nobody of a person but what their role says', async () => {
    const seen = await team('max');
    expect(seen.journeys).toHaveLength(5);
    for (const one of seen.journeys) {
      expect(Object.keys(one).sort()).toEqual(
        ['startAt', 'state', 'title', 'trackRef', 'userRef'].sort(),
      );
      expect(one).toMatchObject({
        state: 'on-the-way',
        startAt: expect.stringMatching(/T00:00:00.000Z$/),
      });
    }
    expect((await team('a')).journeys).toMatchObject([{ userRef: ref('a') }]);
    expect(await team('zed')).toMatchObject({
      journeys: [],
      onTheWay: 5,
      setup: { reached: 3, n: 5 },
    });
    denied.add('onboarding.insights.read');
    await portal
      .as(ref('zed'))
      .get('/tracks/default/welcome/insights')
      .expect(403);
    expect(await team('zed')).not.toHaveProperty('setup');
    denied.delete('onboarding.insights.read');
    await portal.as(ref('zed')).get('/teams/group/default/no').expect(404);
    await portal.get('/tracks/default/no/insights').expect(404);
    await portal.get('/values').expect(403);
  });

  it('tell nothing of few by the difference of two answers', async () => {
    await join('dock', 'x', 'y');
    // Of fewer than half of them there would be no median, but for those seen for shorter than a build took.
    await tellBuilds(Date.now(), 'd', 'e', 'x', 'y');
    const all = await insights();
    expect(all.cohorts).toMatchObject([{ n: 7 }]);
    for (const name of ['quay', 'dock']) {
      expect(await insights(`?team=${name}`)).toMatchObject({
        cohorts: [],
        funnel: [],
        tasks: [],
        changes: [],
        findings: [],
      });
    }
    expect(all.findings).toMatchObject([{ role: EMPTY, journeys: 7 }]);
    expect(await team('zed')).toEqual({
      teamRef: QUAY,
      journeys: [],
      tasks: [],
      rolesUnfilled: [],
      helpRequests: [],
    });
    // Who is of the team knows who is in it.
    expect((await team('a')).rolesUnfilled).toEqual([
      { role: EMPTY, journeys: 5 },
    ]);
    const { items } = await values();
    const valuesOf = (entityRef: string) =>
      items.find(one => one.entityRef === entityRef)!;
    expect(valuesOf('onboardingtrack:default/welcome')).toMatchObject({
      setupTime: { n: 7 },
      stuckShare: { n: 21 },
    });
    for (const entityRef of [QUAY, 'group:default/dock']) {
      expect(valuesOf(entityRef)).not.toHaveProperty('setupTime');
      expect(valuesOf(entityRef)).not.toHaveProperty('stuckShare');
    }
  });

  it('count who votes on two journeys as one', async () => {
    const votes = () => db('docs_votes');
    expect((await valuesNow(QUAY)).docs).toMatchObject({ n: 5 });
    const [first, second] = await votes().orderBy('journey_id');
    await votes()
      .where('journey_id', second.journey_id)
      .update({ voted_by: first.voted_by });
    expect(await valuesNow(QUAY)).not.toHaveProperty('docs');
    const read = (await insights()).tasks.find(one => one.taskId === 'read');
    expect(read).not.toHaveProperty('votes');
    await votes()
      .where('journey_id', second.journey_id)
      .update({ voted_by: second.voted_by });
  });

  it('tell of those who started within a year', async () => {
    const [{ id: old, start_at: startAt }] = await db('journeys')
      .where('user_ref', ref('a'))
      .select('id', 'start_at');
    const journey = () => db('journeys').where('id', old);
    await journey().update({ start_at: Date.now() - 366 * DAY });
    expect((await insights()).cohorts).toMatchObject([{ n: 6 }]);
    expect(
      (await valuesNow('onboardingtrack:default/welcome')).setupTime,
    ).toMatchObject({ n: 6 });
    // Of the first work of such a journey nobody can tell any more.
    const { body } = await portal.as(ref('a')).get('/journeys/me').expect(200);
    expect(body.journeys[0].moments).toMatchObject([{ id: 'completed' }]);
    await journey().update({ start_at: startAt });
  });

  it('tell nothing of the few others who met a task', async () => {
    await join('dock', 'u', 'v', 'w');
    expect((await insights('?team=quay')).tasks).toHaveLength(3);
    const others = await db('journeys')
      .where('team_ref', 'group:default/dock')
      .orderBy('user_ref')
      .pluck('id');
    await db('journey_tasks')
      .whereIn('journey_id', others.slice(1))
      .where('task_id', 'ship')
      .update({ open_since: null });
    const told = await insights('?team=quay');
    expect(told.cohorts).toMatchObject([{ n: 5 }]);
    expect(told.tasks.map(({ taskId }) => taskId).sort()).toEqual([
      'badge',
      'read',
    ]);
    expect((await insights()).tasks).toHaveLength(3);
  });

  it('say what to do first with a service of one’s team', async () => {
    const get = (name: string, entity = 'cart') =>
      portal.as(ref(name)).get(`/entities/component/default/${entity}`);
    expect((await get('a').expect(200)).body).toEqual({
      entityRef: 'component:default/cart',
      isNewHere: true,
      read: [],
      run: [],
      firstTry: [],
      ask: [{ role: 'owner', ref: QUAY }],
    });
    expect((await get('zed').expect(200)).body.isNewHere).toBe(false);
    await get('a', 'no').expect(404);
  });
});
