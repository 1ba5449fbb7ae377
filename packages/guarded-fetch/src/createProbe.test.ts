import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { createGuardedFetch } from './createGuardedFetch';
import { createProbe } from './createProbe';

describe('createProbe', () => {
  const PAGES: Record<
    string,
    (request: IncomingMessage, response: ServerResponse) => void
  > = {
    '/page': (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"1"';
      response.writeHead(isKnown ? 304 : 200, {
        'content-type': 'text/markdown',
        etag: '"1"',
        'last-modified': 'Fri, 20 Nov 2026 12:00:00 GMT',
      });
      response.end(isKnown || request.method === 'HEAD' ? undefined : '# Page');
    },
    '/moved': (_, response) =>
      response.writeHead(301, { location: '/moved-again' }).end('moved'),
    '/moved-again': (_, response) =>
      response.writeHead(307, { location: '/page' }).end(),
    '/round': (_, response) =>
      response.writeHead(302, { location: '/round' }).end(),
    '/file': (_, response) =>
      response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    '/nowhere': (_, response) =>
      response.writeHead(302, { location: 'http://' }).end(),
    '/multiple': (_, response) => response.writeHead(300).end('one of these'),
    '/inside': (_, response) =>
      response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
    '/latin': (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html; charset=ISO-8859-1' })
        .end(Buffer.from('Störung', 'latin1')),
    '/endless': (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const more = () => {
        while (response.write('more '.repeat(1_000)));
      };
      response.on('drain', more);
      more();
    },
    '/without-head': (request, response) =>
      response
        .writeHead(request.method === 'HEAD' ? 405 : 200)
        .end(request.method === 'HEAD' ? undefined : 'there'),
  };
  const server = createServer((request, response) =>
    (
      PAGES[request.url ?? ''] ??
      ((_: unknown, missing: ServerResponse) => missing.writeHead(404).end())
    )(request, response),
  );
  const guarded = createGuardedFetch({
    limits: { requestsPerSecond: 10_000 },
    policy: {
      allowPrivateAddresses: false,
      allowedHosts: new Set(['127.0.0.1']),
      configKey: 'acme.outgoing',
    },
  });
  const probe = createProbe(guarded.fetch);
  let url: string;

  beforeAll(async () => {
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    await guarded.close();
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  const page = {
    status: 200,
    contentType: 'text/markdown',
    validators: {
      etag: '"1"',
      lastModified: 'Fri, 20 Nov 2026 12:00:00 GMT',
    },
  };

  it('tells where a page moved for good, up to where it is for now', async () => {
    const { movedTo, url: end } = await probe(`${url}/moved`);
    expect(movedTo).toBe(`${url}/moved-again`);
    expect(end).toBe(`${url}/page`);
    expect((await probe(`${url}/moved-again`)).movedTo).toBeUndefined();
  });

  it('takes no more of a text than is wanted, in the encoding that it has', async () => {
    const wanted = { method: 'GET', maxTextBytes: 7 } as const;
    expect(await probe(`${url}/endless`, wanted)).toMatchObject({
      text: 'more mo',
      isTextCut: true,
    });
    const whole = await probe(`${url}/latin`, wanted);
    expect(whole.text).toBe('Störung');
    expect(whole.isTextCut).toBeUndefined();
  });

  it('tells what is there', async () => {
    expect(await probe(`${url}/page`)).toEqual({
      ...page,
      url: `${url}/page`,
      redirects: [],
      text: undefined,
    });
  });

  it('reads the text when asked to', async () => {
    expect(await probe(`${url}/page`, { method: 'GET' })).toMatchObject({
      ...page,
      text: '# Page',
    });
  });

  it('tells by which redirects it came to the answer', async () => {
    expect(await probe(`${url}/moved`)).toMatchObject({
      ...page,
      url: `${url}/page`,
      redirects: [`${url}/moved-again`, `${url}/page`],
    });
  });

  it.each(['HEAD', 'GET'] as const)(
    'tells that nothing changed since it last asked, by %s',
    async method => {
      const { validators } = await probe(`${url}/page`, { method });
      expect(
        await probe(`${url}/moved`, { method, known: validators }),
      ).toMatchObject({ status: 304, text: undefined });
    },
  );

  it.each(['/gone', '/multiple'])('has an answer for %s', async path => {
    expect(await probe(url + path, { method: 'GET' })).toMatchObject({
      url: url + path,
      status: path === '/gone' ? 404 : 300,
      text: undefined,
    });
  });

  it('asks another way where nobody knows HEAD', async () => {
    expect(await probe(`${url}/without-head`)).toMatchObject({
      status: 200,
      text: undefined,
    });
  });

  it.each([
    ['/round', 'redirects more than 10 times'],
    ['/file', 'which is no web page'],
    ['/nowhere', 'which is no web page'],
  ])('says what is wrong with %s', async (path, message) => {
    await expect(probe(url + path)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
  });

  it('follows no redirect to where it may not go', async () => {
    await expect(probe(`${url}/inside`)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('acme.outgoing') },
    });
  });
});
