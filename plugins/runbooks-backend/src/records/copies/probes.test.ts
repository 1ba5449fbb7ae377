import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  HealthPart,
  PartHealth,
  RunbookDetail,
  RunbookSummary,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Router } from 'express';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { startRunbooks } from '../../__testUtils__/startRunbooks';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const GOOD = [
  '# Disk full',
  '## Meaning\n\nThe disk is full.',
  '## Impact\n\nNobody can pay.',
  '## Diagnosis\n\n```sh\ndf -h\n```',
  '## Mitigation\n\nRemove `/tmp/old`.',
].join('\n\n');

const LOGIN = `<html><title>Sign in</title>
<form action="/in"><input name="user"><input type="password" name="pw"></form></html>`;

const WIKI = `<!doctype html><html><head><title>Wiki</title><style>p{}</style></head><body>
<nav><a href="/">Home</a><a href="/login">Log in</a></nav>
<main><h1>Disk full <a class="headerlink" href="#disk">¶</a></h1>
<h2 id="meaning">Meaning</h2><p>The disk of <b>checkout</b> is full, see <a href="more">more</a>.</p>
<h2>Impact</h2><ul><li>Nobody can pay<ol><li>at all</li></ol></li><li>or book</li></ul>
<h2>Diagnosis</h2><pre><code class="language-sh">df -h
du -s *</code></pre>
<h2>Mitigation</h2><table><tr><th>Disk</th><th>Do</th></tr><tr><td>a|b</td><td><code>rm x</code></td></tr></table>
</main><footer>Imprint</footer><script>alert(1)</script></body></html>`;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const text =
  (body: string, type = 'text/markdown'): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': type }).end(body);

const status =
  (code: number): Answer =>
  (_, response) =>
    response.writeHead(code).end();

const to =
  (location: string, code = 302): Answer =>
  (_, response) =>
    response.writeHead(code, { location }).end();

/** A host that answers what it is told to, and counts who is asking at once. */
async function startHost(pages: Record<string, Answer>) {
  const seen = { asked: [] as string[], atOnce: 0, most: 0 };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://host');
    seen.asked.push(pathname);
    seen.atOnce += 1;
    seen.most = Math.max(seen.most, seen.atOnce);
    response.on('close', () => {
      seen.atOnce -= 1;
    });
    (pages[pathname] ?? status(404))(request, response);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    pages,
    seen,
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

function component(urls: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'checkout',
      uid: 'checkout',
      links: urls.map(url => ({ url, type: 'runbook', title: url })),
    },
    spec: { type: 'service' },
  };
}

/** Finds the backend of a test, once its port is known. */
function startDiscovery() {
  const found = {
    port: 0,
    feature: createServiceFactory({
      service: coreServices.discovery,
      deps: {},
      factory: () => {
        const getBaseUrl = async (plugin: string) =>
          `http://localhost:${found.port}/api/${plugin}`;
        return { getBaseUrl, getExternalBaseUrl: getBaseUrl };
      },
    }),
  };
  return found;
}

const OUTGOING = { allowedHosts: ['127.0.0.1'] };

describe.each(databases.eachSupportedId())('probes, %s', id => {
  const stops: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    await Promise.all(stops.splice(0).map(stop => stop()));
  });

  async function start(
    pages: Record<string, Answer>,
    options: {
      paths?: string[];
      urls?: string[];
      outgoing?: JsonObject;
      probes?: JsonObject;
      features?: Parameters<typeof startRunbooks>[0]['features'];
      config?: JsonObject;
    } = {},
  ) {
    const host = await startHost(pages);
    const db = await databases.init(id);
    const { outgoing = OUTGOING, paths = Object.keys(pages) } = options;
    const backend = await startRunbooks({
      db,
      entities: [
        component([
          ...(options.urls ?? []),
          ...paths.map(path => `${host.url}${path}`),
        ]),
      ],
      features: options.features,
      config: {
        ...options.config,
        runbooks: {
          outgoing,
          probes: { pause: { milliseconds: 1 }, ...options.probes },
          notifications: { enabled: false },
        },
      },
    });
    stops.push(host.stop, backend.stop);
    await backend.sync();
    const look = async () => {
      await backend.run('probe-runbooks');
      await backend.run('judge-runbooks');
    };
    const again = async () => {
      await db('runbook_probes').update({ due_at: 0, leased_until: null });
      await look();
    };
    const list = async (): Promise<RunbookSummary[]> =>
      (await backend.get('/runbooks').expect(200)).body.items;
    const health = async (
      part: HealthPart = 'resolves',
    ): Promise<Record<string, PartHealth>> =>
      Object.fromEntries(
        (await list()).map(item => [
          item.title.replace(host.url, ''),
          item.health[part],
        ]),
      );
    const detail = async (title: string): Promise<RunbookDetail> => {
      const item = (await list()).find(one => one.title.endsWith(title));
      return (await backend.get(`/runbooks/${item?.id}`).expect(200)).body;
    };
    return { ...backend, again, db, detail, health, host, look };
  }

  it('tell what is there, what is gone, and what hides', async () => {
    const { health, look } = await start({
      '/good': text(GOOD),
      '/good#impact': status(404),
      '/good#nowhere': status(404),
      '/wiki': text(WIKI, 'text/html'),
      '/gone': status(410),
      '/closed': status(403),
      '/login-page': text(LOGIN, 'text/html'),
      '/sso': to('/oauth2/authorize?client_id=x'),
      '/oauth2/authorize': text('<h1>Welcome</h1>', 'text/html'),
      '/moved': to('/good', 301),
      '/moved-for-now': to('/good', 302),
      '/round': to('/round'),
      '/file': to('file:///etc/passwd'),
      '/home': to('/', 301),
      '/': text('<h1>Home of all pages</h1>', 'text/html'),
      '/not-there': text('<title>Page not found</title>', 'text/html'),
      '/image': text('x', 'image/png'),
      '/saml': text(
        '<form method=post action=https://idp.example.com><input type=hidden name=SAMLRequest></form>',
        'text/html',
      ),
    });
    await look();
    const found = await health();
    const states = Object.fromEntries(
      Object.entries(found).map(([path, { state }]) => [path, state]),
    );
    expect(states).toEqual({
      '/good': 'ok',
      '/good#impact': 'ok',
      '/good#nowhere': 'bad',
      '/wiki': 'ok',
      '/gone': 'bad',
      '/closed': 'unverifiable',
      '/login-page': 'unverifiable',
      '/sso': 'unverifiable',
      '/oauth2/authorize': 'ok',
      '/moved': 'ok',
      '/moved-for-now': 'ok',
      '/round': 'bad',
      '/file': 'bad',
      '/home': 'unverifiable',
      '/': 'ok',
      '/not-there': 'bad',
      '/image': 'ok',
      '/saml': 'unverifiable',
    });
    expect(found['/moved'].reason).toMatch(/moved for good to .*\/good/);
    expect(found['/moved-for-now'].reason).toBeUndefined();
    expect(found['/good#nowhere'].reason).toMatch(/no section 'nowhere'/);
    const complete = await health('complete');
    expect(complete['/good'].state).toBe('ok');
    expect(complete['/wiki'].state).toBe('ok');
    expect(complete['/closed']).toMatchObject({
      state: 'unknown',
      reason: expect.stringMatching(/does not sign in/),
    });
  });

  it('read a page of HTML as Markdown, without what stands around it', async () => {
    const { detail, look, host } = await start({
      '/wiki': text(WIKI, 'text/html; charset=utf-8'),
    });
    await look();
    const { text: markdown, baseUrl, problems } = await detail('/wiki');
    expect(markdown).toBe(`# Disk full

## Meaning

The disk of **checkout** is full, see [more](${host.url}/more).

## Impact

- Nobody can pay
  1. at all
- or book

## Diagnosis

\`\`\`sh
df -h
du -s *
\`\`\`

## Mitigation

| Disk | Do |
| --- | --- |
| a\\|b | \`rm x\` |
`);
    expect(baseUrl).toBe(`${host.url}/wiki`);
    expect(problems).toEqual([]);
  });

  it('ask whether anything changed, and keep the last good copy', async () => {
    let etag = '"1"';
    let body = GOOD;
    const page: Answer = (request, response) => {
      const isKnown = request.headers['if-none-match'] === etag;
      response
        .writeHead(isKnown ? 304 : 200, {
          etag,
          'content-type': 'text/markdown',
        })
        .end(isKnown ? undefined : body);
    };
    const { again, db, detail, health, host, look } = await start({
      '/page': page,
    });
    await look();
    const [copy] = await db('runbook_copies');
    await again();
    expect(await db('runbook_copies')).toEqual([copy]);
    expect((await health())['/page'].state).toBe('ok');

    [etag, body] = ['"2"', `${GOOD}\n\nMore.`];
    await again();
    expect((await detail('/page')).text).toMatch(/More\.$/);

    host.pages['/page'] = status(503);
    for (const state of ['ok', 'ok', 'bad', 'bad']) {
      await again();
      const found = (await health())['/page'];
      expect(found.state).toBe(state);
      expect(found.reason).toMatch(/answers 503/);
    }
    const broken = await detail('/page');
    expect(broken).toMatchObject({
      isLastGoodCopy: true,
      text: expect.stringMatching(/More\.$/),
      health: { complete: { state: 'ok' } },
    });

    host.pages['/page'] = page;
    await again();
    expect(await detail('/page')).toMatchObject({
      isLastGoodCopy: false,
      health: { resolves: { state: 'ok' } },
    });
  });

  it('come later after each failure, and not all at once', async () => {
    const { db, host, look } = await start(
      {
        ...Object.fromEntries(
          ['a', 'b', 'c', 'd', 'e', 'f'].map(name => [`/${name}`, text(GOOD)]),
        ),
        '/down': status(500),
      },
      { probes: { frequency: { days: 1 }, backOff: { minutes: 5 } } },
    );
    await look();
    const rows = await db('runbook_probes').orderBy('due_at');
    const waits = rows.map(row => Number(row.due_at) - Number(row.probed_at));
    const day = 24 * 60 * 60_000;
    const well = waits.slice(1);
    expect(waits[0]).toBe(5 * 60_000);
    expect(well.every(wait => wait >= day / 2 && wait <= 1.5 * day)).toBe(true);
    expect(new Set(well).size).toBe(well.length);
    // One at a time.
    expect(host.seen.most).toBe(1);

    await db('runbook_probes').where('failures', 1).update({ due_at: 0 });
    await db('runbook_probes').update({ leased_until: null });
    host.seen.asked.length = 0;
    await look();
    expect(host.seen.asked).toEqual(['/down']);
    const [down] = await db('runbook_probes').where('failures', 2);
    expect(Number(down.due_at) - Number(down.probed_at)).toBe(10 * 60_000);
  });

  it('cut off what is huge, what never answers and what never ends', async () => {
    const endless: Answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const more = () => {
        while (!response.destroyed && response.write('more '.repeat(10_000)));
      };
      response.on('drain', more);
      more();
    };
    const silent: Answer = () => {};
    const dead = await startHost({ '/silent': silent });
    stops.push(dead.stop);
    const { detail, health, host, look } = await start(
      { '/endless': endless, '/good': text(GOOD) },
      {
        urls: [`${dead.url}/silent`],
        // Long enough for what answers to do so on a busy machine.
        probes: { timeout: { seconds: 3 }, concurrency: 2 },
      },
    );
    await look();
    const found = await health();
    expect(found['/good'].state).toBe('ok');
    expect(found['/endless'].state).toBe('ok');
    expect(found[`${dead.url}/silent`]).toMatchObject({
      state: 'unknown',
      reason: expect.stringMatching(/does not answer in time/),
    });
    const huge = await detail('/endless');
    expect(huge.text).toBeUndefined();
    expect(huge.problems).toEqual([
      expect.objectContaining({ rule: 'too-long' }),
    ]);
    expect(huge.health.complete).toMatchObject({
      state: 'unknown',
      reason: expect.stringMatching(/longer than 1 MiB/),
    });
    expect(host.seen.most).toBe(1);
  });

  it('leave those their places who refuse at once', async () => {
    const open: ServerResponse[] = [];
    // Each host hangs up on the first look, and answers the second only while the other one is looked at, too.
    const createHost = () => {
      let count = 0;
      const answer: Answer = (request, response) => {
        count += 1;
        if (count === 1) {
          request.socket.destroy();
        } else if (open.push(response) === 2) {
          open.forEach(one => text(GOOD)(request, one));
        }
      };
      return startHost({ '/a': answer, '/b': answer });
    };
    const hosts = [await createHost(), await createHost()];
    hosts.forEach(({ stop }) => stops.push(stop));
    const { health, look } = await start(
      {},
      {
        urls: hosts.flatMap(({ url }) => [`${url}/a`, `${url}/b`]),
        probes: { timeout: { seconds: 20 }, concurrency: 2 },
      },
    );
    await look();
    const found = Object.values(await health()).map(({ state }) => state);
    expect(found.sort()).toEqual(['ok', 'ok', 'unknown', 'unknown']);
  });

  it('are led to nothing private, on whatever way', async () => {
    const inside = await startHost({ '/secret': text('secret') });
    stops.push(inside.stop);
    const { port } = new URL(inside.url);
    const { db, health, look } = await start(
      {
        '/redirect': to(`http://[::1]:${port}/secret`),
        '/metadata': to('http://169.254.169.254/latest/meta-data'),
      },
      {
        urls: [
          `http://localhost:${port}/secret`,
          `http://[::ffff:127.0.0.1]:${port}/secret`,
          `http://0x7f000002:${port}/secret`,
          `http://0/secret`,
          'http://[fd00::1]/secret',
          'http://[64:ff9b::10.0.0.1]/secret',
          'http://10.0.0.1/secret',
        ],
      },
    );
    await look();
    for (const [title, part] of Object.entries(await health())) {
      expect([title, part.state]).toEqual([title, 'unverifiable']);
      expect(part.reason).toMatch(
        /private address .* 'runbooks.outgoing.allowedHosts'/,
      );
    }
    expect(inside.seen.asked).toEqual([]);
    expect(await db('runbook_copies')).toEqual([]);
  });

  it('are taken up by another process where one died', async () => {
    const { db, health, host, look } = await start({
      '/a': text(GOOD),
      '/b': text(GOOD),
    });
    // As a process left it that was killed a moment ago.
    const soon = Date.now() + 60_000;
    await db('runbook_probes')
      .whereLike('url', '%/a')
      .update({ leased_until: soon, due_at: 0 });
    await db('runbook_probes').whereLike('url', '%/b').update({ due_at: soon });
    const taken = await db('runbook_probes').whereLike('url', '%/a').first();
    await db('runbook_probes').update({ leased_until: Date.now() - 1 });
    await look();
    expect(host.seen.asked).toEqual(['/a']);
    expect((await health())['/a'].state).toBe('ok');
    expect(
      await db('runbook_probes')
        .where('runbook_id', taken.runbook_id)
        .first('failures'),
    ).toEqual({ failures: 0 });
  });

  it('read files at hosts of code as the catalog does', async () => {
    const file = 'https://github.com/acme/runbooks/blob/main/disk.md';
    const asked: (string | undefined)[] = [];
    const { again, detail, health, look } = await start(
      {},
      {
        urls: [`${file}#impact`, file.replace('disk', 'gone')],
        features: [
          mockServices.urlReader.mock({
            readUrl: async (url, options) => {
              if (url !== file) {
                throw new NotFoundError(`Nothing at ${url}`);
              }
              asked.push(options?.etag);
              if (options?.etag === '1') {
                throw new NotModifiedError();
              }
              return { buffer: async () => Buffer.from(GOOD), etag: '1' };
            },
          }).factory,
        ],
      },
    );
    await look();
    await again();
    expect(asked).toEqual([undefined, '1']);
    const found = await health();
    expect(found[`${file}#impact`].state).toBe('ok');
    expect(found[file.replace('disk', 'gone')].state).toBe('bad');
    expect(await detail('#impact')).toMatchObject({
      text: GOOD,
      baseUrl: file,
    });
  });

  it('read TechDocs from the backend that has it', async () => {
    const docs = createBackendPlugin({
      pluginId: 'techdocs',
      register(reg) {
        reg.registerInit({
          deps: { http: coreServices.httpRouter },
          async init({ http }) {
            const router = Router();
            router.get(
              '/static/docs/default/component/checkout/disk/index.html',
              (_, response) => void response.type('html').send(WIKI),
            );
            router.get(
              '/static/docs/default/component/checkout/flat.html',
              (_, response) => void response.type('html').send(WIKI),
            );
            http.use(router);
          },
        });
      },
    });
    const base = 'https://portal.example.com';
    const discovery = startDiscovery();
    const backend = await start(
      {},
      {
        urls: [
          `${base}/docs/default/component/checkout/disk/#meaning`,
          `${base}/docs/default/component/checkout/flat`,
          `${base}/docs/default/component/checkout/gone`,
        ],
        config: { app: { baseUrl: base } },
        features: [docs, discovery.feature],
      },
    );
    discovery.port = Number(new URL(backend.call('get', '/').url).port);
    await backend.look();
    const states = Object.values(await backend.health()).map(
      ({ state }) => state,
    );
    expect(states.sort()).toEqual(['bad', 'ok', 'ok']);
    expect((await backend.detail('#meaning')).text).toMatch(/^# Disk full/);
  });

  it('say of TechDocs that it is not there where it is not', async () => {
    const base = 'https://portal.example.com';
    const discovery = startDiscovery();
    const backend = await start(
      {},
      {
        urls: [`${base}/docs/default/component/checkout/disk`],
        config: { app: { baseUrl: base } },
        features: [discovery.feature],
      },
    );
    discovery.port = Number(new URL(backend.call('get', '/').url).port);
    await backend.look();
    expect(Object.values(await backend.health())).toEqual([
      expect.objectContaining({
        state: 'unknown',
        reason: 'TechDocs is not installed in this Backstage',
      }),
    ]);
  });
});
