import { AddressLookup } from '@fairlead/guarded-fetch';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { WebReader } from './WebReader';

const PRIVATE = { address: '127.0.0.1', family: 4 };
const PUBLIC = { address: '198.41.0.4', family: 4 };

/** What names resolve to, without asking anybody. */
const NAMES: Record<string, (typeof PRIVATE)[] | string> = {
  'inside.example.com': [PRIVATE],
  // One that is public for whoever checks, and private for whoever connects.
  'rebind.example.com': [PUBLIC, PRIVATE],
  'gone.example.com': 'ENOTFOUND',
  'away.example.com': 'EAI_AGAIN',
  'wiki.example.com': [PRIVATE],
};

const lookup: AddressLookup = (hostname, _options, callback) => {
  const found = NAMES[hostname];
  if (Array.isArray(found)) {
    callback(null, found);
  } else {
    callback(Object.assign(new Error(found), { code: found }), []);
  }
};

describe('WebReader', () => {
  const asked: string[] = [];
  let server: Server;
  let port: number;

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url!);
      if (request.url === '/to-inside') {
        response
          .writeHead(302, { location: `http://inside.example.com:${port}/` })
          .end();
      } else {
        response.end('secret');
      }
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    ({ port } = server.address() as AddressInfo);
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  const read = async (url: string) => {
    const reader = WebReader.create({
      lookup,
      policy: {
        allowPrivateAddresses: false,
        allowedHosts: new Set(['wiki.example.com']),
        configKey: 'runbooks.outgoing',
      },
    });
    return reader.read({ url, signal: new AbortController().signal });
  };

  it.each([
    ['a name of a private address', 'http://inside.example.com'],
    ['a name that is private at times', 'http://rebind.example.com'],
    ['a redirect to a private address', 'http://wiki.example.com/to-inside'],
  ])('goes not to %s', async (_, url) => {
    asked.length = 0;
    const { origin, pathname } = new URL(url);
    const { outcome, text } = await read(`${origin}:${port}${pathname}`);
    expect(outcome).toEqual({
      kind: 'refused',
      reason: expect.stringContaining('runbooks.outgoing.allowedHosts'),
    });
    expect(text).toBeUndefined();
    expect(asked).not.toContain('/');
  });

  it.each([
    ['gone.example.com', 'broken'],
    ['away.example.com', 'failed'],
  ])('knows %s as %s', async (host, kind) => {
    expect((await read(`http://${host}/`)).outcome.kind).toBe(kind);
  });

  it('reads what it may', async () => {
    const { text } = await read(`http://wiki.example.com:${port}/page`);
    expect(text).toBe('secret');
  });
});
