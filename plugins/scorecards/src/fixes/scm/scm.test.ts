import { mockApis } from '@backstage/frontend-test-utils';
import { ScmIntegrationsApi } from '@backstage/integration-react';
import { registerMswTestHooks } from '@backstage/test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { decodeBase64, encodeBase64 } from './base64';
import { DefaultScorecardsScm } from './DefaultScorecardsScm';
import { placeOnGithub, placeOnGitlab } from './filePlaces';
import { ScmError } from './ScmError';

const FILE = 'kind: Component # ü\nmetadata:\n  name: shop\n';
const CHANGE = {
  before: FILE,
  after: `${FILE}spec: {}\n`,
  branch: 'scorecards/component_default_shop/default_readiness_live',
  title: 'Live: shop',
  body: 'Why',
};

const server = setupServer();
registerMswTestHooks(server);

const getCredentials = jest.fn(async () => ({
  token: 'mine',
  headers: { Authorization: 'Bearer mine' },
}));

const scm = new DefaultScorecardsScm({
  auth: { getCredentials },
  integrations: ScmIntegrationsApi.fromConfig(
    mockApis.config({
      data: {
        integrations: {
          gitlab: [
            {
              host: 'git.acme.com',
              baseUrl: 'https://git.acme.com/gitlab',
              apiBaseUrl: 'https://git.acme.com/gitlab/api/v4',
            },
          ],
        },
      },
    }),
  ),
});

/** A repository of a host as far as a pull request needs one: its branches with the one file, and what is open. */
class Repository {
  readonly branches = new Map([['main', FILE]]);
  readonly open: { number: number; branch: string; title: string }[] = [];
  commits = 0;

  propose(branch: string, title: string) {
    const opened = { number: this.open.length + 1, branch, title };
    this.open.push(opened);
    return opened;
  }
}

function github(repository: Repository) {
  const api = 'https://api.github.com/repos/acme/shop';
  const toPull = ({ number, branch }: Repository['open'][number]) => ({
    number,
    html_url: `https://github.com/acme/shop/pull/${number}`,
    head: { ref: branch },
  });
  server.use(
    http.get(`${api}/pulls`, () =>
      HttpResponse.json(repository.open.map(toPull)),
    ),
    http.get(`${api}/contents/*`, ({ request }) => {
      expect(request.headers.get('authorization')).toBe('token mine');
      const ref = new URL(request.url).searchParams.get('ref')!;
      const text = repository.branches.get(ref);
      return text === undefined
        ? HttpResponse.json({ message: 'Not Found' }, { status: 404 })
        : HttpResponse.json({
            type: 'file',
            content: encodeBase64(text),
            sha: `sha of ${text.length}`,
          });
    }),
    http.get(`${api}/git/ref/*`, () =>
      HttpResponse.json({ object: { sha: 'head' } }),
    ),
    http.post(`${api}/git/refs`, async ({ request }) => {
      const { ref } = (await request.json()) as { ref: string };
      const branch = ref.replace('refs/heads/', '');
      if (repository.branches.has(branch)) {
        return HttpResponse.json({ message: 'exists' }, { status: 422 });
      }
      repository.branches.set(branch, repository.branches.get('main')!);
      return HttpResponse.json({}, { status: 201 });
    }),
    http.put(`${api}/contents/*`, async ({ request }) => {
      const { branch, content, sha } = (await request.json()) as Record<
        string,
        string
      >;
      const before = repository.branches.get(branch)!;
      if (sha !== `sha of ${before.length}`) {
        return HttpResponse.json({ message: 'is at' }, { status: 409 });
      }
      repository.branches.set(branch, decodeBase64(content));
      repository.commits += 1;
      return HttpResponse.json({});
    }),
    http.post(`${api}/pulls`, async ({ request }) => {
      const { head, base, title } = (await request.json()) as Record<
        string,
        string
      >;
      expect(base).toBe('main');
      return HttpResponse.json(toPull(repository.propose(head, title)));
    }),
  );
}

function gitlab(repository: Repository) {
  const api = 'https://git.acme.com/gitlab/api/v4/projects/acme%2Fweb%2Fshop';
  const toRequest = ({ number }: Repository['open'][number]) => ({
    iid: number,
    web_url: `https://git.acme.com/gitlab/acme/web/shop/-/merge_requests/${number}`,
  });
  server.use(
    http.get(`${api}/merge_requests`, ({ request }) => {
      const branch = new URL(request.url).searchParams.get('source_branch');
      return HttpResponse.json(
        repository.open.filter(open => open.branch === branch).map(toRequest),
      );
    }),
    http.get(`${api}/repository/files/*`, ({ request }) => {
      expect(request.headers.get('authorization')).toBe('Bearer mine');
      const ref = new URL(request.url).searchParams.get('ref')!;
      const text = repository.branches.get(ref);
      return text === undefined
        ? HttpResponse.json({ message: '404' }, { status: 404 })
        : HttpResponse.json({
            content: encodeBase64(text),
            last_commit_id: `commit of ${text.length}`,
          });
    }),
    http.post(`${api}/repository/commits`, async ({ request }) => {
      const commit = (await request.json()) as {
        branch: string;
        start_branch?: string;
        actions: { content: string; last_commit_id: string }[];
      };
      const [{ content, last_commit_id: last }] = commit.actions;
      const before = repository.branches.get(
        commit.start_branch ?? commit.branch,
      )!;
      expect(last).toBe(`commit of ${before.length}`);
      repository.branches.set(commit.branch, content);
      repository.commits += 1;
      return HttpResponse.json({});
    }),
    http.post(`${api}/merge_requests`, async ({ request }) => {
      const { source_branch: branch, title } = (await request.json()) as Record<
        string,
        string
      >;
      return HttpResponse.json(toRequest(repository.propose(branch, title)));
    }),
  );
}

const HOSTS = [
  [
    'GitHub',
    github,
    'https://github.com/acme/shop/blob/main/catalog-info.yaml',
    '#1',
    'https://api.github.com/repos/acme/shop/*',
  ],
  [
    'GitLab',
    gitlab,
    'https://git.acme.com/gitlab/acme/web/shop/-/blob/main/catalog-info.yaml',
    '!1',
    'https://git.acme.com/gitlab/api/v4/*',
  ],
] as const;

describe.each(HOSTS)('%s', (_, serve, file, name, everything) => {
  let repository: Repository;
  const open = (change: Partial<typeof CHANGE> = {}) =>
    scm.openPullRequest({ ...CHANGE, ...change, file });

  beforeEach(() => {
    repository = new Repository();
    serve(repository);
    getCredentials.mockClear();
  });

  it('commits the one file to a branch and opens a pull request with the login of the reader', async () => {
    await expect(open()).resolves.toMatchObject({ name, isNew: true });
    expect(repository.branches.get('main')).toBe(FILE);
    expect(repository.branches.get(CHANGE.branch)).toBe(CHANGE.after);
    expect(getCredentials).toHaveBeenCalledWith({
      url: file,
      additionalScope: { repoWrite: true },
    });
  });

  it('finds the one that is open for the same change', async () => {
    await open();
    await expect(open()).resolves.toMatchObject({ name, isNew: false });
    expect(repository).toMatchObject({ commits: 1, open: [{ number: 1 }] });
  });

  it('goes on with the branch of a try that came no further', async () => {
    repository.branches.set(CHANGE.branch, CHANGE.after);
    await expect(open()).resolves.toMatchObject({ isNew: true });
    expect(repository.commits).toBe(0);
  });

  it('commits to a branch that has no change yet', async () => {
    repository.branches.set(CHANGE.branch, FILE);
    await open();
    expect(repository.branches.get(CHANGE.branch)).toBe(CHANGE.after);
  });

  it('changes one document of several', async () => {
    repository.branches.set('main', `${FILE}---\nkind: API\n`);
    await open();
    expect(repository.branches.get(CHANGE.branch)).toBe(
      `${CHANGE.after}---\nkind: API\n`,
    );
  });

  it('refuses a file that has changed', async () => {
    repository.branches.set('main', 'kind: API\n');
    await expect(open()).rejects.toMatchObject({ reason: 'changed' });
    expect(repository.branches.size).toBe(1);
  });

  it('refuses a branch that holds something else', async () => {
    repository.branches.set(CHANGE.branch, 'kind: API\n');
    await expect(open()).rejects.toMatchObject({ reason: 'branch' });
  });

  it.each([
    [401, 'login'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'patience'],
    [500, 'failed'],
  ])('tells what an answer of %s means', async (status, reason) => {
    server.use(http.all(everything, () => HttpResponse.json({}, { status })));
    await expect(open()).rejects.toMatchObject({ reason });
  });

  it('reads a file', async () => {
    await expect(scm.readFile(file)).resolves.toBe(FILE);
  });

  it('says that nobody signed in', async () => {
    getCredentials.mockRejectedValueOnce(new Error('Login failed'));
    await expect(open()).rejects.toEqual(new ScmError('login', 'Login failed'));
  });
});

describe('findHost', () => {
  it.each([
    ['https://github.com/acme/shop/blob/main/a.yaml', 'github.com'],
    [
      'https://git.acme.com/gitlab/acme/shop/-/blob/main/a.yaml',
      'git.acme.com',
    ],
    ['https://github.com/orgs/acme/teams/payments', undefined],
    ['https://bitbucket.org/acme/shop/src/main/a.yaml', undefined],
    ['https://dev.azure.com/acme/_git/shop?path=/a.yaml', undefined],
    ['https://files.example.com/a.yaml', undefined],
  ])('of %s: %s', (file, title) => {
    expect(scm.findHost(file)?.title).toBe(title);
  });

  it('finds the place of a file whatever its address looks like', () => {
    expect(
      placeOnGithub('https://github.com/acme/shop/blob/HEAD/a%20b/c.yaml'),
    ).toEqual({ repository: 'acme/shop', ref: undefined, path: 'a b/c.yaml' });
    expect(
      placeOnGitlab(
        'https://gitlab.com/acme/web/shop/blob/v1/a.yaml',
        'https://gitlab.com',
      ),
    ).toEqual({ repository: 'acme/web/shop', ref: 'v1', path: 'a.yaml' });
  });
});
