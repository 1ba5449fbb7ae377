import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo, connect, isIP } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { AddressLookup } from './createAddressGuard';
import { createGuardedFetch } from './createGuardedFetch';
import { parseRetryAfter } from './parseRetryAfter';
import { OutgoingPolicy } from './OutgoingPolicy';

const OPEN: OutgoingPolicy = {
  allowPrivateAddresses: true,
  allowedHosts: new Set(),
  configKey: 'acme.outgoing',
};
const CLOSED: OutgoingPolicy = { ...OPEN, allowPrivateAddresses: false };

/** Names that resolve to these addresses, whichever they are. */
function resolveTo(addresses: string[]): AddressLookup {
  return (_, __, callback) =>
    callback(
      null,
      addresses.map(address => ({ address, family: isIP(address) })),
    );
}

/** What Node does by itself when memory runs short. */
function collectGarbage() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

describe('createGuardedFetch', () => {
  let server: Server;
  let url: string;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  const closing: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    await Promise.all(closing.splice(0).map(close => close()));
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  function open(
    options: Partial<Parameters<typeof createGuardedFetch>[0]> = {},
  ) {
    const { fetch, close } = createGuardedFetch({
      limits: { requestsPerSecond: 1_000 },
      policy: OPEN,
      ...options,
    });
    closing.push(close);
    return fetch;
  }

  it.each([429, 503])(
    'comes again after %s, with its body, when the answer says so',
    async status => {
      const bodies: string[] = [];
      answer = async (request, response) => {
        let body = '';
        for await (const chunk of request) {
          body += chunk;
        }
        bodies.push(body);
        const isFirst = bodies.length === 1;
        response.writeHead(isFirst ? status : 200, { 'retry-after': '0' });
        response.end();
      };
      const response = await open()(url, { method: 'POST', body: 'query' });
      expect(response.status).toBe(200);
      expect(bodies).toEqual(['query', 'query']);
    },
  );

  it('hands the answer over when it is asked to wait too long', async () => {
    let requests = 0;
    answer = (_, response) => {
      requests += 1;
      response.writeHead(429, { 'retry-after': '3600' }).end('later');
    };
    const response = await open()(url);
    expect(response.status).toBe(429);
    expect(await response.text()).toBe('later');
    expect(requests).toBe(1);
  });

  it('does not come again after other failures', async () => {
    let requests = 0;
    answer = (_, response) => {
      requests += 1;
      response.writeHead(500).end();
    };
    expect((await open()(url)).status).toBe(500);
    expect(requests).toBe(1);
  });

  it('sends no more requests at once to a host than the limits allow', async () => {
    let now = 0;
    let most = 0;
    answer = (_, response) => {
      now += 1;
      most = Math.max(most, now);
      setTimeout(() => {
        now -= 1;
        response.end('ok');
      }, 20);
    };
    const fetch = open({
      limits: { concurrency: 2, requestsPerSecond: 1_000 },
    });
    await Promise.all(
      Array.from({ length: 12 }, async () => (await fetch(url)).text()),
    );
    expect(most).toBe(2);
  });

  it('spaces requests to a host by its rate', async () => {
    answer = (_, response) => response.end();
    const fetch = open({ limits: { requestsPerSecond: 20 } });
    const start = performance.now();
    await Promise.all([fetch(url), fetch(url), fetch(url)]);
    expect(performance.now() - start).toBeGreaterThanOrEqual(95);
  });

  it.each([
    ['a loopback address', () => url],
    ['a name of one', () => url.replace('127.0.0.1', 'localhost')],
    ['IPv6', () => url.replace('127.0.0.1', '[::1]')],
    ['IPv4 written as IPv6', () => 'http://[::ffff:127.0.0.1]:8080/'],
    ['a number', () => 'http://2130706433:8080/'],
    ['an octal number', () => 'http://0177.0.0.1:8080/'],
    ['a hexadecimal number', () => 'http://0x7f.1:8080/'],
    ['an address of NAT64', () => 'http://[64:ff9b::7f00:1]:8080/'],
    ['an address of 6to4', () => 'http://[2002:7f00:1::]:8080/'],
    ['a link-local address of IPv6', () => 'http://[fe80::1]/'],
    ['the unspecified address of IPv6', () => 'http://[::]/'],
    ['a private network', () => 'http://10.0.0.1/'],
    ['a link-local address', () => 'http://169.254.169.254/latest/meta-data'],
    ['a shared address', () => 'http://100.64.0.1/'],
    ['a unique local address', () => 'http://[fd00::1]/'],
    ['the unspecified address', () => 'http://0.0.0.0/'],
  ])('refuses to connect to %s', async (_, target) => {
    answer = (__, response) => response.end('secret');
    await expect(open({ policy: CLOSED })(target())).rejects.toMatchObject({
      cause: { message: expect.stringContaining('acme.outgoing') },
    });
  });

  it('connects to a private host that is named in the configuration', async () => {
    answer = (_, response) => response.end('ok');
    const fetch = open({
      policy: { ...CLOSED, allowedHosts: new Set(['localhost']) },
    });
    const response = await fetch(url.replace('127.0.0.1', 'localhost'));
    expect(await response.text()).toBe('ok');
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  it('does not follow a redirect to where it may not go', async () => {
    answer = (request, response) => {
      if (request.url === '/inside') {
        response.end('secret');
      } else {
        response.writeHead(302, { location: `${url}/inside` }).end();
      }
    };
    const fetch = open({
      policy: { ...CLOSED, allowedHosts: new Set(['localhost']) },
    });
    await expect(
      fetch(url.replace('127.0.0.1', 'localhost')),
    ).rejects.toMatchObject({
      cause: { message: expect.stringContaining('127.0.0.1') },
    });
  });

  it.each([
    ['one private address', ['10.0.0.1']],
    ['a private address among public ones', ['8.8.8.8', '10.0.0.1']],
    ['a public address, and another by IPv6', ['8.8.8.8', '::ffff:10.0.0.1']],
  ])('refuses a name of %s', async (_, addresses) => {
    const fetch = open({ lookup: resolveTo(addresses), policy: CLOSED });
    await expect(fetch('http://rebound.example/')).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/rebound.*10\.0\.0\.1/) },
    });
  });

  it('asks once what a name resolves to, and connects to that', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    let asked = 0;
    answer = (_, response) => response.end('ok');
    const fetch = open({
      lookup: (_, __, callback) => {
        asked += 1;
        resolveTo(answers.shift() ?? [])(_, __, callback);
      },
    });
    const response = await fetch(url.replace('127.0.0.1', 'rebound.example'));
    expect(await response.text()).toBe('ok');
    expect(asked).toBe(1);
  });

  it('reads no more of a body than the limits allow, unpacked', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync('a'.repeat(100_000)));
    };
    const small = open({ limits: { maxBytes: 99_999 } });
    await expect((await small(url)).text()).rejects.toThrow(
      'answered more than 99999 bytes',
    );
    const large = await open({ limits: { maxBytes: 100_000 } })(url);
    expect(await large.text()).toHaveLength(100_000);
    expect(large).toMatchObject({ url: `${url}/`, redirected: false });
  });

  it.each([
    ['an answer', () => {}],
    [
      'the end of one',
      (_: IncomingMessage, response: ServerResponse) => {
        response.write('begun');
      },
    ],
  ])('does not wait for ever for %s', async (_, stall) => {
    answer = stall;
    const fetch = open({ limits: { timeout: 50 } });
    const read = async () => (await fetch(url)).text();
    await expect(read()).rejects.toThrow('timeout');
  });

  describe('with a proxy', () => {
    /** Answers for all hosts itself, as a proxy may. */
    const proxied = (
      options: Partial<Parameters<typeof createGuardedFetch>[0]>,
    ) => {
      const asked: string[] = [];
      answer = (request, response) => {
        asked.push(`${request.headers.host}`);
        response.end('ok');
      };
      server.once('connect', (request, socket) => {
        const { port } = server.address() as AddressInfo;
        const through = connect(port, '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 OK\r\n\r\n');
          socket.pipe(through).pipe(socket);
        });
        asked.push(`CONNECT ${request.url}`);
      });
      const fetch = open({
        policy: CLOSED,
        proxy: { httpProxy: url },
        ...options,
      });
      return { asked, fetch };
    };

    it('goes by it, though it stands at a private address', async () => {
      const { asked, fetch } = proxied({ lookup: resolveTo(['8.8.8.8']) });
      expect(await (await fetch('http://public.example/')).text()).toBe('ok');
      expect(asked).toContain('public.example');
    });

    it('leaves a name that only the proxy knows to the proxy', async () => {
      const { fetch } = proxied({
        lookup: (_, __, callback) => callback(new Error('ENOTFOUND'), []),
      });
      expect((await fetch('http://public.example/')).status).toBe(200);
    });

    it.each([
      ['a private address', 'http://169.254.169.254/'],
      ['a name of one', 'http://rebound.example/'],
      ['a private address by IPv6', 'http://[fd00::1]/'],
    ])('does not ask it for %s', async (_, target) => {
      const { asked, fetch } = proxied({ lookup: resolveTo(['10.0.0.1']) });
      await expect(fetch(target)).rejects.toMatchObject({
        cause: { message: expect.stringContaining('acme.outgoing') },
      });
      expect(asked).toEqual([]);
    });

    it('guards what does not go by it', async () => {
      const { asked, fetch } = proxied({
        proxy: { httpProxy: url, noProxy: 'localhost' },
      });
      await expect(
        fetch(url.replace('127.0.0.1', 'localhost')),
      ).rejects.toMatchObject({
        cause: { message: expect.stringContaining('acme.outgoing') },
      });
      expect(asked).toEqual([]);
    });
  });

  it('ends at its time, though garbage is collected meanwhile', async () => {
    const answered: ServerResponse[] = [];
    answer = (_, response) => {
      answered.push(response);
      response.writeHead(200).write('There is more, but it never comes');
    };
    const fetch = open({ limits: { timeout: 200, concurrency: 100 } });
    const collecting = setInterval(collectGarbage, 20);
    try {
      const texts = Array.from({ length: 10 }, async () =>
        (await fetch(url)).text(),
      );
      const ends = await Promise.allSettled(texts);
      expect(ends).toEqual(
        texts.map(() => ({
          status: 'rejected',
          reason: expect.objectContaining({ name: 'TimeoutError' }),
        })),
      );
    } finally {
      clearInterval(collecting);
      answered.forEach(response => response.destroy());
    }
  });

  it('ends with the run', async () => {
    const run = new AbortController();
    answer = () => run.abort(new Error('over'));
    await expect(open({ signal: run.signal })(url)).rejects.toThrow('over');
  });
});

describe('parseRetryAfter', () => {
  const now = Date.parse('2026-11-20T12:00:00Z');

  it.each([
    ['120', 120_000],
    ['Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
    ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('reads %s', (header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected);
  });
});
