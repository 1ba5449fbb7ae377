import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { component, group, track, user } from '../../__testUtils__/entities';
import { startOnboarding } from '../../__testUtils__/startOnboarding';
import { TrackComposer } from '../../records/tracks';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const task = (id: string) => ({ id, title: `Do ${id}` });

const BASE = track('base', {
  starts: ['join'],
  milestones: [
    { id: 'day-one', title: 'Day one', due: '1d', tasks: [task('laptop')] },
  ],
});

const TEAM = track('team', {
  audience: { groups: { $contains: 'group:default/sea' } },
  includes: ['base'],
  milestones: [
    {
      id: 'week-one',
      title: 'Week one',
      due: '1w',
      tasks: [
        { ...task('build'), verifiedBy: { record: 'green-build' } },
        { ...task('review'), after: ['build', 'laptop'], optional: true },
      ],
      generate: ['services', 'people'],
    },
  ],
});

const ENTITIES: Entity[] = [
  user('ann', { groups: ['sea'] }),
  user('ben', { groups: ['platform'] }),
  user('cleo', { groups: ['sea'] }),
  group('sea'),
  group('platform'),
  component('shop', 'sea'),
  BASE,
  TEAM,
];

const YAML = `
apiVersion: fairlead.dev/v1alpha1
kind: OnboardingTrack
metadata: { name: fresh }
spec:
  owner: group:default/platform
  audience: { groups: { $contains: group:default/sea } }
  includes: [base]
  milestones:
    - id: week-one
      title: Week one
      tasks: [{ id: build, title: Build }]
      generate: [services]
`;

const DENIED = {
  authorize: async (requests: { permission: { name: string } }[]) =>
    requests.map(({ permission }) => ({
      result: (permission.name === 'onboarding.journey.update.any'
        ? 'DENY'
        : 'ALLOW') as never,
    })),
};

describe.each(databases.eachSupportedId())('tracks, %s', id => {
  it('are put together, keep a version for each plan that differs, and go and come back', async () => {
    const db = await databases.init(id);
    const backend = await startOnboarding({ db, entities: ENTITIES });
    const versions = () =>
      db('track_versions')
        .orderBy(['track_ref', 'version'])
        .select('track_ref', 'version');
    const compose = async () => {
      await backend.sync();
      await backend.run('compose-tracks');
    };
    await compose();
    // Twice, and on two replicas at once, is as once.
    const composer = TrackComposer.create({
      db,
      logger: mockServices.logger.mock(),
    });
    await db('tracks').update({ compose_at: 0 });
    await Promise.all([composer.run(), composer.run()]);
    await composer.run();
    expect(await versions()).toEqual([
      { track_ref: 'onboardingtrack:default/base', version: 1 },
      { track_ref: 'onboardingtrack:default/team', version: 1 },
    ]);

    // What is included changes the track that includes it, a title of the entity alone does not.
    backend.put({
      ...BASE,
      spec: {
        ...BASE.spec,
        milestones: [
          { id: 'day-one', title: 'First day', tasks: [task('laptop')] },
        ],
      },
    });
    await compose();
    expect((await versions()).map(row => row.version)).toEqual([1, 2, 1, 2]);

    // A wrong one stays as it was.
    backend.put({ ...BASE, spec: { owner: 'group:default/platform' } });
    await compose();
    const { body: kept } = await backend.get('/tracks/default/base');
    expect(kept).toMatchObject({ version: 2, title: 'Track base' });

    await db('entities').update({ values_due_at: null });
    backend.remove('onboardingtrack:default/team');
    await compose();
    expect(
      await db('entities').whereNotNull('values_due_at').pluck('entity_ref'),
    ).toEqual(
      expect.arrayContaining(['group:default/platform', 'group:default/sea']),
    );
    expect((await backend.get('/tracks/default/team')).status).toBe(404);
    expect((await versions()).length).toBe(4);
    backend.put(BASE, TEAM);
    await compose();
    const { body: back } = await backend.get('/tracks/default/team');
    expect(back.version).toBe(3);
    expect(
      back.versions.map((row: { version: number }) => row.version),
    ).toEqual([3, 2, 1]);
    await backend.stop();
  });

  it('are listed, read and previewed as far as somebody may', async () => {
    const db = await databases.init(id);
    const backend = await startOnboarding({
      db,
      entities: ENTITIES,
      permissions: DENIED as never,
    });
    await backend.sync();
    await backend.run('compose-tracks');
    const ann = backend.as('user:default/ann');
    const ben = backend.as('user:default/ben');

    const page = await ann.get('/tracks?limit=1');
    expect(page.body).toMatchObject({
      items: [{ title: 'Track base', tasks: 1, milestones: 1 }],
      totalItems: 2,
    });
    expect(page.body.items[0]).not.toHaveProperty('onTheWay');
    const next = await ann.get(
      `/tracks?limit=1&cursor=${page.body.nextCursor}`,
    );
    expect(next.body.items).toMatchObject([{ title: 'Track team', tasks: 2 }]);
    expect(next.body).not.toHaveProperty('nextCursor');
    const titles = async (who: typeof ann, query: string) =>
      (await who.get(`/tracks?${query}`)).body.items.map(
        (item: { title: string }) => item.title,
      );
    expect(await titles(ann, 'startable=true')).toEqual(['Track team']);
    expect(await titles(ben, 'startable=true')).toEqual([]);
    expect(await titles(ben, 'q=TEAM')).toEqual(['Track team']);
    expect(await titles(ben, 'purpose=handover')).toEqual([]);

    const detail = (await ben.get('/tracks/default/team')).body;
    expect(detail).toMatchObject({
      isMine: true,
      onTheWay: 0,
      missing: [],
      plan: [
        {
          id: 'day-one',
          due: 86_400,
          tasks: [{ id: 'laptop', state: 'open' }],
        },
        {
          id: 'week-one',
          progress: { done: 0, total: 1, optionalTotal: 1 },
          tasks: [
            {
              id: 'build',
              verifiedBy: { by: 'record', record: 'green-build', reached: 0 },
            },
            {
              id: 'review',
              state: 'locked',
              lockedBy: [{ id: 'build' }, { id: 'laptop' }],
            },
          ],
        },
      ],
    });
    expect((await ann.get('/tracks/default/team')).body.isMine).toBe(false);
    expect((await ann.get('/tracks/default/nope')).status).toBe(404);

    const own = await ann.post('/preview', { track: YAML });
    expect(own.body).toMatchObject({
      problems: [],
      userRef: 'user:default/ann',
      isForUser: true,
      plan: [
        { id: 'day-one' },
        {
          id: 'week-one',
          tasks: [
            { id: 'build', doers: ['user:default/ann'], generated: false },
            { title: 'Get to know shop', generated: true },
          ],
        },
      ],
    });
    const asAnn = { track: YAML, user: 'user:default/ann' };
    expect((await ben.post('/preview', asAnn)).body.isForUser).toBe(true);
    const asCleo = { track: YAML, user: 'user:default/cleo' };
    expect((await ann.post('/preview', asCleo)).status).toBe(403);
    // The catalog says whose a track is that it has, and not the text.
    const stolen = YAML.replace('fresh', 'team').replace(
      'owner: group:default/platform',
      'owner: group:default/sea',
    );
    expect(
      (await ann.post('/preview', { ...asCleo, track: stolen })).status,
    ).toBe(403);
    const unknown = await ben.post('/preview', {
      track: YAML,
      user: 'user:default/nobody',
    });
    expect(unknown.body).toMatchObject({
      plan: [],
      problems: [{ path: 'user' }],
    });
    const wrong = await ann.post('/preview', {
      track: YAML.replace('owner:', 'ownr:'),
    });
    expect(wrong.status).toBe(200);
    expect(
      wrong.body.problems.map((one: { path: string }) => one.path),
    ).toEqual(expect.arrayContaining(['spec', 'spec.owner']));
    for (const text of ['[', '', 'a: &a [*a]', `${'- '.repeat(90)}a`]) {
      const { status, body } = await ann.post('/preview', {
        track: text,
      });
      expect({ status, plan: body.plan }).toEqual({ status: 200, plan: [] });
      expect(body.problems.length).toBeGreaterThan(0);
    }
    expect(
      (await backend.asService.post('/preview', { track: YAML })).status,
    ).toBe(400);
    expect(await db('journeys')).toEqual([]);
    await backend.stop();
  });
});
