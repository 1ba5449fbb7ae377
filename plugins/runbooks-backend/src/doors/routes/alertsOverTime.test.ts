import { TestDatabases } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  EntityRunbooks,
  EntityRunbookValues,
} from '@fairlead/backstage-plugin-runbooks-common';
import { OperationsRecord } from '@fairlead/backstage-plugin-runbooks-node';
import { Knex } from 'knex';
import {
  component,
  firing,
  group,
  minutesAgo,
  runbook,
} from '../../__testUtils__/records';
import { startRunbooks } from '../../__testUtils__/startRunbooks';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const DAY = 24 * 60;
const CART = '/entities/component/default/cart';

async function setResolves(db: Knex, title: string, state: string) {
  await db('runbooks')
    .where('title', title)
    .update({
      resolves: state,
      health: JSON.stringify({ resolves: { state } }),
    });
}

describe.each(databases.eachSupportedId())('alerts over time, %s', id => {
  it('show each change at once, though answers are kept', async () => {
    const db = await databases.init(id);
    const { get, put, remove, run, stop, sync, tell } = await startRunbooks({
      db,
      entities: [component('cart')],
    });
    await sync();
    const read = async () => {
      const { body, headers } = await get(CART);
      const { coverage, firing: now, runbooks }: EntityRunbooks = body;
      return [
        now.map(({ alert, runbook: link, summary }) => [
          alert,
          summary,
          link?.title,
        ]),
        runbooks.map(({ title }) => title),
        coverage.fired,
        headers.etag !== undefined,
      ];
    };
    expect(await read()).toEqual([[], [], 0, true]);

    const first = firing({ summary: 'One disk' });
    tell(first);
    await run('read-operations');
    expect(await read()).toEqual([
      [['DiskFull', 'One disk', undefined]],
      [],
      1,
      true,
    ]);

    tell({ ...first, summary: 'Two disks' });
    await run('read-operations');
    expect((await read())[0]).toEqual([['DiskFull', 'Two disks', undefined]]);

    put(
      runbook('disk', { alerts: ['DiskFull'], serves: { entities: ['cart'] } }),
    );
    await sync();
    await run('choose-runbooks');
    expect((await read()).slice(0, 2)).toEqual([
      [['DiskFull', 'Two disks', 'disk']],
      ['disk'],
    ]);

    // It goes and comes back: what fired meanwhile is there again.
    remove('component:default/cart');
    await sync();
    await sync();
    await sync();
    await db('entities').where('entity_ref', 'component:default/cart').delete();
    expect((await get(CART)).status).toBe(404);
    tell(firing({ alert: 'SlowCart', startsAt: minutesAgo(5) }));
    await run('read-operations');
    put(component('cart'));
    await sync();
    await run('choose-runbooks');
    expect((await read()).slice(0, 2)).toEqual([
      [
        ['SlowCart', undefined, undefined],
        ['DiskFull', 'Two disks', 'disk'],
      ],
      ['disk'],
    ]);

    tell({ ...first, endsAt: minutesAgo(1) });
    await run('read-operations');
    expect(await read()).toEqual([
      [['SlowCart', undefined, undefined]],
      ['disk'],
      2,
      true,
    ]);
    const { headers } = await get(CART);
    expect((await get(CART).set('If-None-Match', headers.etag)).status).toBe(
      304,
    );
    await stop();
  });

  it('take the configuration of paging for the past, too', async () => {
    const db = await databases.init(id);
    const night = async (
      config: JsonObject,
      ...records: OperationsRecord[]
    ) => {
      const { get, run, stop, sync, tell } = await startRunbooks({
        db,
        entities: [component('cart')],
        config: { runbooks: config },
      });
      await sync();
      tell(...records);
      await db('source_positions').delete();
      await run('read-operations');
      const { body } = await get('/coverage');
      await stop();
      return body.coverage.night.fired;
    };
    const records = [
      firing({ alert: 'A', labels: { severity: 'critical' } }),
      firing({ alert: 'B', labels: { team: 'night' }, endsAt: minutesAgo(9) }),
      firing({ alert: 'C', receivers: ['quay-bell'] }),
    ];
    expect(await night({}, ...records)).toBe(1);
    expect(await night({ paging: { labels: { team: ['night'] } } })).toBe(1);
    expect(
      await night({
        paging: { labels: { team: ['night'] }, receivers: ['*-bell'] },
      }),
    ).toBe(2);
    expect(await night({ paging: { labels: { none: ['x'] } } })).toBe(0);
    expect(await night({})).toBe(1);
  });

  it('forget firings that ended longer ago than is kept, and no others', async () => {
    const db = await databases.init(id);
    const { get, run, stop, sync, tell } = await startRunbooks({
      db,
      entities: [component('cart')],
      config: { runbooks: { retention: { firings: { days: 100 } } } },
    });
    await sync();
    tell(
      firing({
        alert: 'Gone',
        startsAt: minutesAgo(120 * DAY),
        endsAt: minutesAgo(119 * DAY),
      }),
      firing({
        alert: 'Half',
        startsAt: minutesAgo(120 * DAY),
        endsAt: minutesAgo(119 * DAY),
      }),
      firing({
        alert: 'Half',
        startsAt: minutesAgo(95 * DAY),
        endsAt: minutesAgo(94 * DAY),
      }),
      firing({ alert: 'Still', startsAt: minutesAgo(120 * DAY) }),
      // What was told of an end goes with what it ended.
      firing({ alert: 'Ended', startsAt: minutesAgo(120 * DAY) }),
      firing({
        alert: 'Ended',
        startsAt: minutesAgo(119 * DAY),
        endsAt: minutesAgo(118 * DAY),
      }),
      {
        kind: 'deployment',
        key: 'old',
        source: 'ci',
        entityRefs: ['component:default/cart'],
        finishedAt: minutesAgo(101 * DAY),
      },
    );
    await run('read-operations');
    await run('clean-up');
    expect(await db('alerts').orderBy('alert').pluck('alert')).toEqual([
      'Half',
      'Still',
    ]);
    expect(await db('firings')).toHaveLength(2);
    expect(await db('firing_entities')).toHaveLength(2);
    expect(await db('deployments')).toEqual([]);
    const { body } = await get('/coverage');
    expect(body.coverage).toMatchObject({ fired: 1, silent: { fired: 1 } });
    await stop();
  });

  it('tell other backends what changed of entities, and it alone', async () => {
    const db = await databases.init(id);
    const { asService, run, stop, sync, tell } = await startRunbooks({
      db,
      entities: [
        group('quay'),
        component('cart'),
        component('till'),
        runbook('disk', {
          alerts: ['DiskFull'],
          serves: { entities: ['cart'] },
        }),
      ],
    });
    await sync();
    const all: EntityRunbookValues[] = [];
    let cursor = '';
    const read = async (limit = 1) => {
      await run('compute-values');
      const items: EntityRunbookValues[] = [];
      for (;;) {
        const { body, status } = await asService.get(
          `/entity-values?limit=${limit}${cursor && `&after=${cursor}`}`,
        );
        expect(status).toBe(200);
        cursor = body.cursor;
        if (body.items.length === 0) {
          all.push(...items);
          return items.map(({ entityRef }) => entityRef);
        }
        items.push(...body.items);
      }
    };
    // Teams and runbooks are served by no runbook.
    expect(await read()).toEqual([
      'component:default/cart',
      'component:default/till',
    ]);
    expect(all[1]).toMatchObject({
      coverage: { fired: 0, ratio: null, night: { ratio: null } },
      uncovered: [],
      runbooks: 0,
      incidents: { openFollowUps: 0 },
    });
    expect(await read()).toEqual([]);

    tell(
      firing({ labels: { severity: 'critical' } }),
      firing({ alert: 'Odd', endsAt: minutesAgo(1) }),
    );
    await run('read-operations');
    expect(await read()).toEqual(['component:default/cart']);
    expect(all.at(-1)).toMatchObject({
      coverage: { fired: 2, covered: 0, night: { fired: 1 } },
      uncovered: ['DiskFull', 'Odd'],
      health: { resolves: { unknown: 1 } },
      runbooks: 1,
    });

    await setResolves(db, 'disk', 'ok');
    await db('entities').update({ values_due_at: 1 });
    expect(await read()).toEqual(['component:default/cart']);
    expect(all.at(-1)).toMatchObject({
      coverage: { fired: 2, covered: 1, ratio: 0.5, night: { ratio: 1 } },
      uncovered: ['Odd'],
      health: { resolves: { ok: 1 } },
    });

    // A replica whose clock is an hour ahead was here before.
    const ahead = Date.now() + 3_600_000;
    await db('clocks').update({ last: ahead });
    await db('entities')
      .where('entity_ref', 'component:default/cart')
      .update({ values_changed_at: ahead });
    expect(await read()).toEqual(['component:default/cart']);
    tell(firing({ alert: 'Till', entityRefs: ['component:default/till'] }));
    await run('read-operations');
    expect(await read()).toEqual(['component:default/till']);
    await stop();
  });

  it('are counted and paged where there are ten thousand', async () => {
    const db = await databases.init(id);
    const names = Array.from({ length: 100 }, (_, index) => `service-${index}`);
    const { get, run, stop, sync, tell } = await startRunbooks({
      db,
      entities: [
        ...names.map(name => component(name)),
        runbook('half', { alerts: ['*-0?', '*-1?', '*-2?', '*-3?', '*-4?'] }),
      ],
    });
    await sync();
    tell(
      ...names.flatMap(name =>
        Array.from({ length: 100 }, (_, index) =>
          firing({
            alert: `${name}-${String(index).padStart(2, '0')}`,
            entityRefs: [`component:default/${name}`],
            labels: index % 10 === 0 ? { severity: 'critical' } : {},
            endsAt: minutesAgo(1),
          }),
        ),
      ),
    );
    await run('read-operations');
    await setResolves(db, 'half', 'ok');
    const seen = new Set<string>();
    let query = 'limit=500&covered=false';
    for (;;) {
      const { body } = await get(`/coverage?${query}`);
      expect(body).toMatchObject({
        coverage: {
          fired: 10_000,
          covered: 5_000,
          night: { fired: 1_000, covered: 500 },
        },
        totalItems: 5_000,
      });
      body.items.forEach((row: { alert: string }) => seen.add(row.alert));
      if (!body.nextCursor) {
        break;
      }
      query = `limit=500&covered=false&cursor=${body.nextCursor}`;
    }
    expect(seen.size).toBe(5_000);
    await stop();
  });
});
