import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import request from 'supertest';
import { component, runbook } from '../../__testUtils__/records';
import { startRunbooks } from '../../__testUtils__/startRunbooks';
import { runbookIdOf } from '../../records/registry/runbookId';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const DISK = runbookIdOf('runbook:default/disk');
const MIRA = 'user:default/mira';
const OLA = 'user:default/ola';

interface Drill {
  id: string;
  by: string;
  finishedAt: string;
}

async function start(
  db: Knex,
  options: Partial<Parameters<typeof startRunbooks>[0]> = {},
) {
  const backend = await startRunbooks({
    db,
    entities: [component('cart'), runbook('disk')],
    config: { app: { baseUrl: 'https://portal.example.com/' } },
    ...options,
  });
  await backend.sync();
  const as = (authorization: string) => ({
    post: (path: string, body: object) =>
      request(backend.server)
        .post(`/api/runbooks${path}`)
        .set('Authorization', authorization)
        .send(body),
  });
  const userOf = (ref: string, actor?: string) =>
    as(
      `Bearer ${mockCredentials.user.token(ref, {
        actor: actor ? { subject: actor } : undefined,
      })}`,
    );
  const importer = as(mockCredentials.service.header());
  type Caller = ReturnType<typeof as>;
  return {
    ...backend,
    importer,
    userOf,
    /** Holds a drill, or a use for something else, and finishes it. Answers its id. */
    use: async (
      who: { starts: Caller; finishes?: Caller },
      told: { start?: object; finish?: object } = {},
    ): Promise<string> => {
      const { starts, finishes = starts } = who;
      const { body } = await starts.post('/uses', {
        runbook: DISK,
        for: { drill: true },
        ...told.start,
      });
      await finishes.post(`/uses/${body.id}/finish`, {
        outcome: 'helped',
        ...told.finish,
      });
      return body.id;
    },
    /** All that is told after a cursor, in pages of two. */
    read: async (after = ''): Promise<{ items: Drill[]; cursor: string }> => {
      const items: Drill[] = [];
      for (let cursor = after; ; ) {
        const { body } = await backend.asService.get(
          `/finished-drills?limit=2${cursor && `&after=${cursor}`}`,
        );
        if (body.items.length === 0) {
          return { items, cursor: body.cursor };
        }
        items.push(...body.items);
        cursor = body.cursor;
      }
    },
  };
}

describe.each(databases.eachSupportedId())('finished drills (%s)', id => {
  it('are those that a person held and a person finished, once each', async () => {
    const db = await databases.init(id);
    const { importer, read, stop, use, userOf } = await start(db);
    const [mira, ola] = [userOf(MIRA), userOf(OLA)];
    const agent = userOf(MIRA, 'plugin:mcp-actions');

    const own = await use(
      { starts: mira },
      { start: { entity: 'component:default/cart' } },
    );
    const shared = await use(
      { starts: mira, finishes: ola },
      { finish: { outcome: 'misled' } },
    );
    const imported = await use(
      { starts: importer },
      {
        start: { by: OLA, startedAt: '2026-03-01T02:00:00Z' },
        finish: { by: OLA, finishedAt: '2026-03-01T02:30:00Z' },
      },
    );
    for (const who of [
      { starts: agent },
      { starts: agent, finishes: ola },
      { starts: ola, finishes: agent },
      { starts: importer, finishes: ola },
    ]) {
      await use(who);
    }
    await use({ starts: mira }, { start: { for: { incident: 'incident:1' } } });
    await mira.post('/uses', { runbook: DISK, for: { drill: true } });

    const { items, cursor } = await read();
    const url = (drill: string) =>
      `https://portal.example.com/runbooks/${DISK}?use=${drill}`;
    const title = 'disk';
    expect(items).toEqual([
      {
        id: own,
        by: MIRA,
        finishedAt: expect.any(String),
        title,
        entityRef: 'component:default/cart',
        url: url(own),
      },
      {
        id: shared,
        by: MIRA,
        finishedAt: expect.any(String),
        title,
        url: url(shared),
      },
      {
        id: imported,
        by: OLA,
        finishedAt: '2026-03-01T02:30:00.000Z',
        title,
        url: url(imported),
      },
    ]);
    expect(await read(cursor)).toEqual({ items: [], cursor });

    const later = await use({ starts: ola });
    const next = await read(cursor);
    expect(next.items.map(item => item.id)).toEqual([later]);
    await stop();
  });

  it('are told behind the last one, whatever the clocks say and however many finish at once', async () => {
    const db = await databases.init(id);
    const { read, stop, use, userOf } = await start(db);
    const first = await use({ starts: userOf(MIRA) });
    // A replica whose clock is an hour ahead finished it.
    const ahead = Date.now() + 3_600_000;
    await db('clocks').where('name', 'drills').update({ last: ahead });
    await db('uses').where('id', first).update({ drill_told_at: ahead });
    const { cursor } = await read();

    const people = Array.from({ length: 7 }, (_, n) => `user:default/p${n}`);
    await Promise.all(people.map(ref => use({ starts: userOf(ref) })));
    const { items } = await read(cursor);
    expect(items.map(({ by }) => by).sort()).toEqual(people);
    await stop();
  });

  it('are for services that may read what is told to them, and for no user', async () => {
    const db = await databases.init(id);
    const { asService, get, permissions, stop } = await start(db);
    expect((await get('/finished-drills')).status).toBe(403);
    expect((await asService.get('/finished-drills?after=x')).status).toBe(400);
    permissions.authorize.mockImplementation(async requests =>
      requests.map(({ permission }) => ({
        result:
          permission.name === 'runbooks.value.read'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      })),
    );
    const refused = await asService.get('/finished-drills');
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain('runbooks.value.read');
    await stop();
  });
});
