import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { settleMergeQueue } from '@fairlead/backstage-plugin-delivery-common';
import fc from 'fast-check';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { fakeGithub } from '../__testUtils__/fakeGithub';
import { mergedOf } from '../__testUtils__/merged';
import { createCache, pullAll, slug } from '../__testUtils__/pulling';
import { readPayload, recordsOf } from '../__testUtils__/readAll';
import { STORY_ANSWERS, STORY_EVENTS } from '../__testUtils__/story';

const REPO = 'https://api.github.com/repos/codertocat/hello-world';

/** What no webhook tells. */
const ONLY_PULLED = ['changedPaths', 'commits', 'trailers'];

/** Merge groups, which only webhooks tell of, are parts of a stay in the queue. */
const settled = (records: ReturnType<typeof mergedOf>) =>
  records.map(({ mergeQueue, ...record }) => ({
    ...record,
    ...(mergeQueue && {
      mergeQueue: settleMergeQueue({ ...record, mergeQueue }),
    }),
  }));

jest.setTimeout(60_000);

describe('GithubPull', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('gives the same records as the webhooks did', async () => {
    server.use(fakeGithub(STORY_ANSWERS).handler);
    const { payloads, failed } = await pullAll();
    expect(failed).toEqual([]);
    const live = settled(mergedOf(recordsOf(STORY_EVENTS)));
    const pulled = settled(mergedOf(recordsOf(payloads, 'github.backfill')));
    const comparable = pulled.map(record => {
      const isRequest = record.kind === 'change' && record.number;
      const told = Object.entries(record).filter(
        ([field]) => !isRequest || !ONLY_PULLED.includes(field),
      );
      const { commits, changedPaths, trailers, ...asOf } = record.asOf;
      return {
        ...Object.fromEntries(told),
        asOf: isRequest ? asOf : record.asOf,
      };
    });
    expect(live.map(({ kind }) => kind)).toEqual([
      'approval',
      'change',
      'change',
      'deployment',
      'incident',
      'incident',
      'job',
      'job',
      'run',
      'run',
    ]);
    expect(comparable).toEqual(live);
  });

  it('changes nothing of what the webhooks told, and adds what they cannot', async () => {
    server.use(fakeGithub(STORY_ANSWERS).handler);
    const { payloads } = await pullAll();
    const pulled = recordsOf(payloads, 'github.backfill');
    const both = settled(mergedOf([...recordsOf(STORY_EVENTS), ...pulled]));
    expect(both).toEqual(settled(mergedOf(pulled)));
    expect(both.find(({ number }) => number === 2)).toMatchObject({
      commits: [
        { sha: 'a'.repeat(40), authoredAt: '2026-03-02T07:00:00.000Z' },
        { sha: 'b'.repeat(40), authoredAt: '2026-03-02T07:00:00.000Z' },
      ],
      changedPaths: { paths: ['README.md'] },
      trailers: [{ name: 'Assisted-by', value: 'Cursor' }],
    });
  });

  it('tells the files of changes', async () => {
    server.use(fakeGithub(STORY_ANSWERS).handler);
    const { payloads } = await pullAll();
    const told = payloads.flatMap(payload => readPayload(payload) ?? []);
    expect(told.flatMap(({ paths }) => (paths ? [paths] : []))).toEqual([
      ['README.md', 'docs/new.md'],
      ['README.md'],
    ]);
  });

  it('asks again only for what changed', async () => {
    const cache = createCache();
    const { asked, handler } = fakeGithub(STORY_ANSWERS);
    server.use(handler);
    await pullAll({ cache });
    asked.splice(0);
    const { payloads, failed } = await pullAll({ cache });
    expect({ payloads, failed }).toEqual({ payloads: [], failed: [] });
    expect([...new Set(asked.map(({ path }) => path.split('?')[0]))]).toEqual([
      '',
      '/deployments',
      '/actions/runs',
      '/activity',
      '/pulls',
      '/issues',
      '/issues/events',
    ]);
  });

  it('does not take a short pull for a long one', async () => {
    const cache = createCache();
    server.use(fakeGithub(STORY_ANSWERS).handler);
    await pullAll({ cache, since: '2026-03-03T00:00:00.000Z' });
    const { payloads } = await pullAll({ cache });
    expect(payloads.length).toBeGreaterThan(20);
  });

  it('asks for all of it again after it broke off', async () => {
    const cache = createCache();
    const { handler } = fakeGithub(STORY_ANSWERS);
    server.use(
      http.get(`${REPO}/pulls`, () => new HttpResponse(null, { status: 404 })),
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
    const { asked, handler } = fakeGithub({
      '/pulls': [4, 3, 2, 1, 0].map(day => ({
        ...(STORY_ANSWERS['/pulls'] as any)[0],
        number: day + 10,
        updated_at: `2026-02-2${day}T00:00:00Z`,
      })),
      '': STORY_ANSWERS[''],
    });
    server.use(handler);
    const { payloads } = await pullAll({ since: '2026-02-22T00:00:00.000Z' });
    expect(payloads).toHaveLength(3);
    expect(
      asked.filter(({ path }) => path.startsWith('/pulls?')).map(a => a.path),
    ).toEqual([
      '/pulls?state=all&sort=updated&direction=desc&per_page=100',
      '/pulls?state=all&sort=updated&direction=desc&per_page=100&page=2',
    ]);
  });

  it.each([
    ['in one pull', '2026-03-01T00:00:00.000Z'],
    ['though that was long ago', '2026-03-02T11:30:00.000Z'],
  ])(
    'compares each deployment to production with the one before, once: %s',
    async (_, since) => {
      const cache = createCache();
      const deployed = (id: number, commit: string, time: string) => ({
        ...(STORY_ANSWERS['/deployments'] as any)[0],
        id,
        sha: commit.repeat(40),
        created_at: time,
      });
      const success = (time: string) => [
        { state: 'success', created_at: time },
      ];
      const comparison = `/compare/${'a'.repeat(40)}...${'b'.repeat(40)}`;
      const { asked, handler } = fakeGithub({
        '': STORY_ANSWERS[''],
        '/deployments': [
          deployed(3, 'b', '2026-03-02T12:00:00Z'),
          deployed(2, 'f', '2026-03-02T11:00:00Z'),
          deployed(1, 'a', '2026-03-02T10:00:00Z'),
        ],
        '/deployments/1/statuses': success('2026-03-02T10:01:00Z'),
        '/deployments/2/statuses': [
          { state: 'failure', created_at: '2026-03-02T11:01:00Z' },
        ],
        '/deployments/3/statuses': success('2026-03-02T12:01:00Z'),
        [comparison]: {
          total_commits: 1,
          commits: [
            { sha: 'b'.repeat(40), commit: { message: 'Greet (#2)\n\nHello' } },
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
            { sha: 'b'.repeat(40), subject: 'Greet (#2)', changeNumber: 2 },
          ],
        },
      ]);
      await pullAll({ cache, since: '2026-02-28T00:00:00.000Z' });
      expect(
        asked.filter(({ path }) => path.startsWith(comparison)),
      ).toHaveLength(1);
    },
  );

  it('tries again what failed on the side of GitHub', async () => {
    let failures = 2;
    server.use(
      http.get(REPO, () =>
        failures-- > 0 ? new HttpResponse(null, { status: 502 }) : undefined,
      ),
      fakeGithub(STORY_ANSWERS).handler,
    );
    const { failed, payloads } = await pullAll();
    expect(failed).toEqual([]);
    expect(payloads.length).toBeGreaterThan(20);
  });

  it.each([
    [
      'the rate limit',
      403,
      {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000)),
      },
      'API rate limit exceeded',
    ],
    [
      'the secondary rate limit',
      429,
      { 'retry-after': '1' },
      'You have exceeded a secondary rate limit',
    ],
  ])('waits for %s', async (_, status, headers, message) => {
    let refusals = 1;
    server.use(
      http.get(REPO, () =>
        refusals-- > 0
          ? HttpResponse.json({ message }, { status, headers })
          : undefined,
      ),
      fakeGithub(STORY_ANSWERS).handler,
    );
    const { failed, payloads } = await pullAll();
    expect(failed).toEqual([]);
    expect(payloads.length).toBeGreaterThan(20);
  });

  it('tells which repositories could not be asked and why, and goes on', async () => {
    const refuse = (repo: string, status: number) =>
      http.get(`https://api.github.com/repos/${repo}`, () =>
        HttpResponse.json({ message: 'ghp_secret' }, { status }),
      );
    server.use(
      refuse('acme/gone', 404),
      refuse('acme/secret', 403),
      refuse('acme/broken', 500),
      http.get('https://api.github.com/repos/acme/away', () =>
        HttpResponse.error(),
      ),
      http.get('https://api.github.com/repos/acme/odd', () =>
        HttpResponse.json({ full_name: 'acme/odd' }),
      ),
      http.get('https://api.github.com/repos/acme/odd/pulls', () =>
        HttpResponse.json([
          {
            number: 'one',
            updated_at: '2026-03-02T00:00:00Z',
            head: {},
            base: {},
          },
        ]),
      ),
      http.get('https://api.github.com/repos/acme/odd/*', () =>
        HttpResponse.json([]),
      ),
      fakeGithub(STORY_ANSWERS).handler,
    );
    const { payloads, failed } = await pullAll({
      subjects: [
        'acme/gone',
        'acme/secret',
        'acme/broken',
        'acme/away',
        'acme/odd',
        'codertocat/hello-world',
      ].map(slug),
    });
    expect(payloads.length).toBeGreaterThan(20);
    expect(
      failed.map(({ subject, reason }) => [subject.value, reason]),
    ).toEqual([
      ['acme/gone', expect.stringMatching(/^GitHub answered 404: it does not/)],
      ['acme/secret', expect.stringMatching(/^GitHub answered 403: the cred/)],
      ['acme/broken', 'GitHub answered 500'],
      ['acme/away', 'GitHub could not be asked: HttpError'],
      [
        'acme/odd',
        expect.stringMatching(/something else than expected: .*number/),
      ],
    ]);
    expect(JSON.stringify(failed)).not.toContain('ghp_secret');
  });

  it('asks about the repository that an annotation names and nothing else, or says why not', async () => {
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
      fc.asyncProperty(fc.array(part, { maxLength: 4 }), async parts => {
        asked.splice(0);
        const value = parts.join('/');
        const { failed } = await pullAll({ subjects: [slug(value)] });
        expect(failed).toMatchObject([{ subject: { value } }]);
        const isRefused = failed[0].reason.startsWith(
          `'${value}' is not the slug`,
        );
        expect(asked).toEqual(
          isRefused ? [] : [`https://api.github.com/repos/${value}`],
        );
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['../user', "'..' is no name"],
    ['acme/tools/shop', 'it has to be owner/repository'],
    ['shop', 'it has to be owner/repository'],
  ])('refuses %s with the reason', async (value, reason) => {
    const { failed } = await pullAll({ subjects: [slug(value)] });
    expect(failed).toEqual([
      { subject: slug(value), reason: expect.stringContaining(reason) },
    ]);
  });

  it('lets a repository that has nothing to tell say so', async () => {
    server.use(fakeGithub({ '': {} }).handler);
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
    const apiBaseUrl = `http://127.0.0.1:${port}/api/v3`;
    const { failed } = await pullAll({
      integrations: {
        github: [{ host: 'ghe.acme.com', apiBaseUrl, token: 'ghp_secret' }],
      },
    });
    expect(failed.map(({ reason }) => reason)).toEqual([
      'GitHub could not be reached: the connection was refused (ECONNREFUSED)',
    ]);
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort();
    await expect(pullAll({ signal })).rejects.toThrow('aborted');
  });

  describe('finding the host of a repository', () => {
    const ghe = {
      host: 'ghe.acme.com',
      apiBaseUrl: 'https://ghe.acme.com/api/v3',
      token: 'ghe_secret',
    };
    const location = {
      annotation: 'backstage.io/source-location',
      value:
        'url:https://ghe.acme.com/codertocat/hello-world/tree/main/services/a/',
    };
    const serve = () => {
      const onGhe = fakeGithub(STORY_ANSWERS, { api: ghe.apiBaseUrl });
      const onGithub = fakeGithub({});
      server.use(onGhe.handler, onGithub.handler);
      return { onGhe, onGithub };
    };

    it('sends the credentials of the integration', async () => {
      const { handler, asked } = fakeGithub(STORY_ANSWERS);
      server.use(handler);
      await pullAll();
      expect(asked[0].headers.get('authorization')).toBe('token ghp_secret');
    });

    it('does not tell github.com the names of internal repositories', async () => {
      const { onGhe, onGithub } = serve();
      const { failed } = await pullAll({ integrations: { github: [ghe] } });
      expect(failed).toEqual([]);
      expect(onGhe.asked[0].headers.get('authorization')).toBe(
        'token ghe_secret',
      );
      expect(onGithub.asked).toEqual([]);
    });

    it('asks the next host for what github.com does not know', async () => {
      const onGhe = fakeGithub(STORY_ANSWERS, { api: ghe.apiBaseUrl });
      server.use(
        onGhe.handler,
        http.get(REPO, () => new HttpResponse(null, { status: 404 })),
      );
      const github = [ghe, { host: 'github.com', token: 'ghp_secret' }];
      const { failed, payloads } = await pullAll({ integrations: { github } });
      expect(failed).toEqual([]);
      expect(payloads.length).toBeGreaterThan(20);
    });

    it('takes the host from the location of the sources', async () => {
      const { onGhe, onGithub } = serve();
      const github = [ghe, { host: 'github.com', token: 'ghp_secret' }];
      await pullAll({ integrations: { github }, subjects: [location] });
      expect(onGhe.asked.length).toBeGreaterThan(5);
      expect(onGithub.asked).toEqual([]);
    });
  });
});
