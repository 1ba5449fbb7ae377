import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { startRunbookHost } from './startRunbookHost';

describe('the host of the demo runbooks', () => {
  let host: Awaited<ReturnType<typeof startRunbookHost>>;
  beforeAll(async () => {
    host = await startRunbookHost({
      folder: resolvePackagePath('backend', 'demo', 'runbooks'),
      port: 0,
    });
  });
  afterAll(() => host.stop());

  const ask = (path: string, options?: RequestInit) =>
    fetch(`${host.url}${path}`, { redirect: 'manual', ...options });

  it('serves the repository and the wiki, and tells what did not change', async () => {
    const file = await ask('/skerry-lines/runbooks/catalog-info.yaml');
    expect(file.status).toBe(200);
    expect(await file.text()).toContain('kind: Location');

    const page = await ask('/wiki/booking-web');
    expect(page.headers.get('content-type')).toBe(
      'text/markdown; charset=utf-8',
    );
    await page.text();
    const again = await ask('/wiki/booking-web', {
      headers: { 'If-None-Match': page.headers.get('etag')! },
    });
    expect(again.status).toBe(304);
  });

  it.each([
    '/wiki/nobody-wrote-this',
    '/skerry-lines/runbooks/..%2fcatalog-info.yaml',
    '/skerry-lines/runbooks/constructor',
    '/',
    '//',
  ])('has nothing at %s', async path => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    await answer.text();
  });

  it.each([
    ['/wiki/booking-web-old', 301],
    ['/wiki/compliance-archive', 302],
    ['/wiki/crew-roster', 200],
    ['/wiki/declaration-desk', 403],
    ['/wiki/stream-copier', 503],
  ])('answers %s with %d', async (path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    await answer.text();
  });

  it('gives one good answer of a page, and none after that', async () => {
    const statuses: number[] = [];
    for (const method of ['HEAD', 'GET', 'HEAD', 'GET']) {
      const answer = await ask('/wiki/ledger-postings', { method });
      statuses.push(answer.status);
      await answer.text();
    }
    expect(statuses).toEqual([200, 200, 503, 503]);
  });

  it('sends a page that is longer than anybody reads, and lets go of whoever leaves', async () => {
    const answer = await ask('/wiki/schema-registry');
    const reader = answer.body!.getReader();
    expect((await reader.read()).value!.length).toBeGreaterThan(0);
    await reader.cancel();
  });
});
