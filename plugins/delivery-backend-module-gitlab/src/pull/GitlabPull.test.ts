import { registerMswTestHooks } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { fakeGitlab } from '../__testUtils__/fakeGitlab';
import { mergedOf } from '../__testUtils__/merged';
import { createCache, pullAll, slug } from '../__testUtils__/pulling';
import { readPayload, recordsOf } from '../__testUtils__/readAll';
import { STORY_ANSWERS, STORY_EVENTS } from '../__testUtils__/story';

const API = 'https://gitlab.com/api/v4/projects';

/** A handler of the root of a project. */
const onProject = (project: string, answer: () => Response | undefined) =>
  http.get(
    ({ request }: { request: Request }) =>
      request.url === `${API}/${encodeURIComponent(project)}`,
    answer,
  );

jest.setTimeout(60_000);

/** What no webhook about a request tells. */
const ONLY_PULLED = ['changedPaths', 'commits', 'size', 'trailers'];

describe('GitlabPull', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('gives the same records as the webhooks did', async () => {
    server.use(fakeGitlab(STORY_ANSWERS).handler);
    const { payloads, failed } = await pullAll();
    expect(failed).toEqual([]);
    const live = mergedOf(recordsOf(STORY_EVENTS));
    // Commits are told by a pull alone, and by webhooks alone the ends of a pipeline before the last.
    const comparable = (records: Record<string, any>[]) =>
      records.map(({ commits, endings, size, trailers, ...record }) => {
        const { changedPaths, ...rest } = record;
        if (record.kind !== 'change' || !record.number) {
          return { ...record, commits, endings: endings?.slice(-1) };
        }
        const asOf = Object.fromEntries(
          Object.entries(record.asOf).filter(
            ([field]) => !ONLY_PULLED.includes(field),
          ),
        );
        return { ...rest, asOf };
      });
    const pulled = mergedOf(recordsOf(payloads, 'gitlab.backfill'));
    expect(live.map(({ kind }) => kind)).toEqual([
      'change',
      'change',
      'deployment',
      'incident',
      'incident',
      'job',
      'job',
      'job',
      'job',
      'run',
      'run',
    ]);
    expect(comparable(pulled)).toEqual(comparable(live));
    expect(pulled.find(({ number }) => number === 12)).toMatchObject({
      size: { files: 1, linesAdded: 2, linesDeleted: 1 },
      changedPaths: { paths: ['b.ts'] },
      trailers: [{ name: 'Assisted-by', value: 'Cursor' }],
      commits: [
        { sha: 'b'.repeat(40), authoredAt: '2026-03-02T07:00:00.000Z' },
        { sha: 'a'.repeat(40), authoredAt: '2026-03-02T07:00:00.000Z' },
      ],
    });
  });

  it('tells the files of changes', async () => {
    server.use(fakeGitlab(STORY_ANSWERS).handler);
    const { payloads } = await pullAll();
    const told = payloads.flatMap(payload => readPayload(payload) ?? []);
    expect(told.flatMap(({ paths }) => (paths ? [paths] : []))).toEqual([
      ['README.md'],
      ['b.ts'],
    ]);
  });

  it('asks again only for what changed', async () => {
    const cache = createCache();
    const { asked, handler } = fakeGitlab(STORY_ANSWERS);
    server.use(handler);
    await pullAll({ cache });
    asked.splice(0);
    const { payloads, failed } = await pullAll({ cache });
    expect({ payloads, failed }).toEqual({ payloads: [], failed: [] });
    expect(asked.map(({ path }) => path.split('?')[0])).toEqual([
      '',
      '/pipelines',
      '/pipelines',
      '/deployments',
      '/events',
      '/merge_requests',
      '/issues',
      '/releases',
    ]);
  });

  it('asks for all of it again after it broke off', async () => {
    const cache = createCache();
    const { handler } = fakeGitlab(STORY_ANSWERS);
    server.use(
      http.get(
        ({ request }: { request: Request }) =>
          request.url.includes('/merge_requests'),
        () => new HttpResponse(null, { status: 404 }),
      ),
      handler,
    );
    expect((await pullAll({ cache })).failed).toHaveLength(1);
    server.resetHandlers();
    server.use(handler);
    const { payloads, failed } = await pullAll({ cache });
    expect(failed).toEqual([]);
    expect(payloads).toEqual((await pullAll()).payloads);
  });

  it('reads lists to the first item that is too old, and no further', async () => {
    const { asked, handler } = fakeGitlab({
      '': STORY_ANSWERS[''],
      '/issues': [4, 3, 2, 1, 0].map(day => ({
        ...(STORY_ANSWERS['/issues'] as any)[0],
        iid: day + 1,
        updated_at: `2026-02-2${day}T00:00:00Z`,
      })),
    });
    server.use(handler);
    const { payloads } = await pullAll({ since: '2026-02-22T00:00:00.000Z' });
    expect(payloads).toHaveLength(3);
    expect(asked.filter(({ path }) => path.startsWith('/issues'))).toHaveLength(
      2,
    );
  });

  it.each([
    ['in one pull', '2026-03-01T00:00:00.000Z'],
    ['though that was long ago', '2026-03-02T10:25:00.000Z'],
  ])(
    'compares each deployment to production with the one before, once: %s',
    async (_, since) => {
      const cache = createCache();
      const deployed = (id: number, commit: string, name: string) => ({
        ...(STORY_ANSWERS['/deployments'] as any)[0],
        id,
        sha: commit.repeat(40),
        created_at: `2026-03-02T10:${id}0:00Z`,
        deployable: { finished_at: `2026-03-02T10:${id}5:00Z` },
        environment: { name },
      });
      const { asked, handler } = fakeGitlab({
        '': STORY_ANSWERS[''],
        '/deployments': [
          deployed(4, 'd', 'staging'),
          deployed(3, 'b', 'production'),
          deployed(2, 'c', 'staging'),
          deployed(1, 'a', 'production'),
        ],
        '/repository/compare': {
          commits: [
            {
              id: 'b'.repeat(40),
              message: 'Greet\n\nSee merge request acme/tools/shop!12',
            },
            { id: 'e'.repeat(40), message: 'Fix rounding (#7)' },
          ],
        },
      });
      server.use(handler);
      const { payloads } = await pullAll({ cache, since });
      const ranges = mergedOf(recordsOf(payloads)).flatMap(
        record => record.ranges ?? [],
      );
      expect(ranges).toEqual([
        {
          base: 'a'.repeat(40),
          commits: [
            { sha: 'b'.repeat(40), subject: 'Greet', changeNumber: 12 },
            { sha: 'e'.repeat(40), subject: 'Fix rounding (#7)' },
          ],
        },
      ]);
      await pullAll({ cache, since: '2026-02-28T00:00:00.000Z' });
      const compared = asked.filter(({ path }) => path.includes('/compare'));
      expect(compared).toHaveLength(1);
    },
  );

  it.each([
    [502, {}],
    [429, { 'retry-after': '1' }],
    [429, { 'ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 1) }],
  ])('tries again after %s %j', async (status, headers) => {
    let refusals = 2;
    server.use(
      onProject('acme/tools/shop', () =>
        refusals-- > 0
          ? new HttpResponse(null, { status, headers })
          : undefined,
      ),
      fakeGitlab(STORY_ANSWERS).handler,
    );
    const { failed, payloads } = await pullAll();
    expect(failed).toEqual([]);
    expect(payloads.length).toBeGreaterThan(10);
  });

  it('tells which projects could not be asked and why, and goes on', async () => {
    const refuse = (project: string, status: number) =>
      onProject(project, () =>
        HttpResponse.json({ message: 'glpat-secret' }, { status }),
      );
    server.use(
      refuse('acme/gone', 404),
      refuse('acme/secret', 403),
      refuse('acme/broken', 500),
      onProject('acme/away', () => HttpResponse.error()),
      fakeGitlab(
        { '': {}, '/issues': [{ updated_at: '2026-03-02' }] },
        { slug: 'acme/odd' },
      ).handler,
      fakeGitlab(STORY_ANSWERS).handler,
    );
    const { payloads, failed } = await pullAll({
      subjects: [
        'acme/gone',
        'acme/secret',
        'acme/broken',
        'acme/away',
        'acme/odd',
        'acme/tools/shop',
      ].map(slug),
    });
    expect(payloads.length).toBeGreaterThan(10);
    expect(
      failed.map(({ subject, reason }) => [subject.value, reason]),
    ).toEqual([
      ['acme/gone', expect.stringMatching(/^GitLab answered 404: it does not/)],
      ['acme/secret', expect.stringMatching(/^GitLab answered 403: the token/)],
      ['acme/broken', 'GitLab answered 500'],
      ['acme/away', 'GitLab could not be asked: TypeError'],
      ['acme/odd', expect.stringMatching(/something else than expected: /)],
    ]);
    expect(JSON.stringify(failed)).not.toContain('glpat-secret');
  });

  it('asks about the project that an annotation names and nothing else, or says why not', async () => {
    const asked: string[] = [];
    server.use(
      http.get('*', ({ request }) => {
        asked.push(request.url);
        return new HttpResponse(null, { status: 404 });
      }),
    );
    const part = fc.oneof(
      fc.constantFrom(
        '.',
        '..',
        '%2e%2e',
        '%2F',
        '?',
        '#',
        '\\',
        '',
        'a b',
        '@',
      ),
      fc.stringMatching(/^[\w.-]{1,6}$/),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 5 }), async parts => {
        asked.splice(0);
        const value = parts.join('/');
        const { failed } = await pullAll({ subjects: [slug(value)] });
        expect(failed).toMatchObject([{ subject: { value } }]);
        const isRefused = failed[0].reason.startsWith(
          `'${value}' is not the slug`,
        );
        expect(asked).toEqual(
          isRefused ? [] : [`${API}/${encodeURIComponent(value)}`],
        );
      }),
      { numRuns: 200 },
    );
  });

  it('lets a project that has nothing to tell say so', async () => {
    server.use(fakeGitlab({ '': {} }).handler);
    await expect(pullAll()).resolves.toEqual({
      pages: 1,
      payloads: [],
      failed: [],
    });
  });

  it('says why a host cannot be reached', async () => {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    listener.close();
    await once(listener, 'close');
    server.use(http.get(`http://127.0.0.1:${port}/*`, () => passthrough()));
    const apiBaseUrl = `http://127.0.0.1:${port}/api/v4`;
    const { failed } = await pullAll({
      integrations: {
        gitlab: [{ host: 'git.acme.com', apiBaseUrl, token: 'glpat-own' }],
      },
    });
    expect(failed.map(({ reason }) => reason)).toEqual([
      'GitLab could not be reached: the connection was refused (ECONNREFUSED)',
    ]);
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort();
    await expect(pullAll({ signal })).rejects.toThrow('aborted');
  });

  it('finds the host of a project, and tells no other its name', async () => {
    const own = {
      host: 'git.acme.com',
      apiBaseUrl: 'https://git.acme.com/api/v4',
      token: 'glpat-own',
    };
    const onOwn = fakeGitlab(STORY_ANSWERS, { api: own.apiBaseUrl });
    const onPublic = fakeGitlab({});
    server.use(onOwn.handler, onPublic.handler);
    await pullAll({ integrations: { gitlab: [own] } });
    expect(onOwn.asked[0].headers.get('authorization')).toBe(
      'Bearer glpat-own',
    );
    onOwn.asked.splice(0);
    await pullAll({
      integrations: {
        gitlab: [own, { host: 'gitlab.com', token: 'glpat-secret' }],
      },
      subjects: [
        {
          annotation: 'backstage.io/source-location',
          value: 'url:https://git.acme.com/acme/tools/shop/-/tree/main/a/',
        },
      ],
    });
    expect(onOwn.asked.length).toBeGreaterThan(5);
    expect(onPublic.asked).toEqual([]);
  });
});
