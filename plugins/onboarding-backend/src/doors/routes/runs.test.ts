import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { startOnboarding } from '../../__testUtils__/startOnboarding';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const ANN = 'user:default/ann';

const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'quay', uid: 'quay' },
    spec: { type: 'team', children: [] },
  },
  ...['ann', 'bob'].map(name => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, uid: name },
    spec: { memberOf: ['quay'] },
    relations: [{ type: 'memberOf', targetRef: 'group:default/quay' }],
  })),
  {
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'OnboardingTrack',
    metadata: { name: 'setup', title: 'Set up', uid: 'setup' },
    spec: {
      owner: 'group:default/platform',
      milestones: [
        {
          id: 'first-day',
          title: 'First day',
          tasks: [
            { id: 'read', title: 'Read' },
            {
              id: 'account',
              title: 'Get an account',
              verifiedBy: {
                template: 'template:default/account',
                values: { name: '{{user}}', of: ['{{team}}'] },
              },
            },
            {
              id: 'later',
              title: 'Later',
              after: ['read'],
              verifiedBy: { template: 'template:default/later' },
            },
          ],
        },
      ],
    },
  },
];

interface Started {
  templateRef: string;
  values: unknown;
}

describe.each(databases.eachSupportedId())('runs of templates, %s', id => {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'bypass' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  let db: Knex;
  let backend: Awaited<ReturnType<typeof startOnboarding>>;
  let started: Started[] = [];
  let authorization: (string | null)[] = [];

  beforeAll(async () => {
    db = await databases.init(id);
    backend = await startOnboarding({ db, entities });
    await backend.sync();
    await backend.run('compose-tracks');
  });

  afterAll(async () => {
    await backend.stop();
  });

  beforeEach(async () => {
    await db('journeys').delete();
    started = [];
    authorization = [];
    server.use(
      http.post('*/api/scaffolder/v2/tasks', async ({ request }) => {
        started.push((await request.json()) as Started);
        authorization.push(request.headers.get('authorization'));
        return HttpResponse.json(
          { id: `run-${started.length}` },
          { status: 201 },
        );
      }),
    );
  });

  /** A journey of Ann's. */
  async function begin(): Promise<string> {
    const { body } = await backend
      .as(ANN)
      .post('/journeys', { track: 'onboardingtrack:default/setup' })
      .expect(201);
    return body.id;
  }

  const start = (journey: string, task = 'account', user = ANN) =>
    backend.as(user).post(`/journeys/${journey}/tasks/${task}/start`);

  const endsAs = (status: string) =>
    server.use(
      http.get('*/api/scaffolder/v2/tasks/:run', () =>
        HttpResponse.json({ id: 'run-1', status, createdAt: '' }),
      ),
    );

  const read = async (journey: string) => {
    const { body } = await backend.as(ANN).get(`/journeys/${journey}`);
    return body.milestones[0].tasks.find(
      (task: { id: string }) => task.id === 'account',
    );
  };

  it('starts the template as the person, once, and completes the task when it ends well', async () => {
    const journey = await begin();
    await Promise.all([start(journey).expect(200), start(journey).expect(200)]);
    await start(journey).expect(200);
    expect(started).toEqual([
      {
        templateRef: 'template:default/account',
        values: { name: 'ann', of: ['quay'] },
      },
    ]);
    expect(authorization).toEqual([
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.user(ANN),
        targetPluginId: 'scaffolder',
      }),
    ]);
    expect(await read(journey)).toMatchObject({
      state: 'open',
      run: { taskId: 'run-1', state: 'running' },
    });

    endsAs('processing');
    await backend.run('follow-runs');
    expect(await read(journey)).toMatchObject({ state: 'open' });
    endsAs('completed');
    await backend.run('follow-runs');
    await backend.run('follow-runs');
    expect(await read(journey)).toMatchObject({
      state: 'done',
      evidence: { by: 'template', title: 'Get an account' },
      run: { state: 'completed' },
    });
  });

  it('may be started again after it failed, or was refused', async () => {
    const journey = await begin();
    await start(journey).expect(200);
    endsAs('failed');
    await backend.run('follow-runs');
    expect(await read(journey)).toMatchObject({
      state: 'open',
      run: { state: 'failed' },
      can: expect.arrayContaining(['start']),
    });
    server.use(
      http.post('*/api/scaffolder/v2/tasks', () =>
        HttpResponse.json(
          {
            error: { name: 'NotAllowedError', message: 'No' },
            response: { statusCode: 403 },
          },
          { status: 403 },
        ),
      ),
    );
    const { body } = await start(journey).expect(403);
    expect(body.error.message).toContain(
      "'template:default/account' for you: No",
    );
    expect(await read(journey)).toMatchObject({
      can: expect.arrayContaining(['start']),
    });
  });

  it('does not know how a run is that the scaffolder has forgotten', async () => {
    const journey = await begin();
    await start(journey).expect(200);
    server.use(
      http.get('*/api/scaffolder/v2/tasks/:run', () =>
        HttpResponse.json(
          { error: { name: 'NotFoundError' } },
          { status: 404 },
        ),
      ),
    );
    await backend.run('follow-runs');
    expect(await read(journey)).toMatchObject({
      state: 'open',
      run: { state: 'unknown' },
    });
  });

  it('starts nothing for others, for tasks without a template, and for those that wait', async () => {
    const journey = await begin();
    await start(journey, 'account', 'user:default/bob').expect(404);
    await start('no-journey').expect(404);
    await start(journey, 'no-task').expect(404);
    await start(journey, 'read').expect(409);
    const { body } = await start(journey, 'later').expect(409);
    expect(body.error.message).toContain('Read');
    expect(started).toEqual([]);
  });
});
