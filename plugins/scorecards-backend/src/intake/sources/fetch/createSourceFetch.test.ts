import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { createSourceFetch } from './createSourceFetch';
import { parseRetryAfter } from './parseRetryAfter';
import { OutgoingPolicy } from './readOutgoingPolicy';

const OPEN: OutgoingPolicy = {
  allowPrivateAddresses: true,
  allowedHosts: new Set(),
};
const CLOSED: OutgoingPolicy = { ...OPEN, allowPrivateAddresses: false };

describe('createSourceFetch', () => {
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
    options: Partial<Parameters<typeof createSourceFetch>[0]> = {},
  ) {
    const { fetch, close } = createSourceFetch({
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

  it('sends no more requests at once to a host than the source allows', async () => {
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
    ['a private network', () => 'http://10.0.0.1/'],
    ['a link-local address', () => 'http://169.254.169.254/latest/meta-data'],
    ['a shared address', () => 'http://100.64.0.1/'],
    ['a unique local address', () => 'http://[fd00::1]/'],
    ['the unspecified address', () => 'http://0.0.0.0/'],
  ])('refuses to connect to %s', async (_, target) => {
    answer = (__, response) => response.end('secret');
    await expect(open({ policy: CLOSED })(target())).rejects.toMatchObject({
      cause: { message: expect.stringContaining('scorecards.outgoing') },
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
