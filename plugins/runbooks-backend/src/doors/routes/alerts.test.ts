import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AlertRow,
  CoverageAnswer,
} from '@fairlead/backstage-plugin-runbooks-common';
import {
  component,
  firing,
  group,
  minutesAgo,
  runbook,
} from '../../__testUtils__/records';
import { startRunbooks } from '../../__testUtils__/startRunbooks';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const DAY = 24 * 60;

describe.each(databases.eachSupportedId())('alerts, %s', id => {
  async function start(
    options: Omit<Parameters<typeof startRunbooks>[0], 'db'> = {},
  ) {
    const db = await databases.init(id);
    const backend = await startRunbooks({ db, ...options });
    await backend.sync();
    /** Reads what was told, and makes of some runbooks what the probes would. */
    const observe = async () => {
      await backend.run('read-operations');
    };
    const resolve = async (title: string, state: string) => {
      await db('runbooks')
        .where('title', title)
        .update({
          resolves: state,
          health: JSON.stringify({ resolves: { state } }),
        });
    };
    const coverage = async (query = ''): Promise<CoverageAnswer> => {
      const { body, status } = await backend.get(`/coverage?${query}`);
      expect({ status, body }).toMatchObject({ status: 200 });
      return body;
    };
    return { ...backend, db, observe, resolve, coverage };
  }

  const names = (rows: AlertRow[]) => rows.map(({ alert }) => alert);

  describe('coverage', () => {
    it('is no number where nothing fired', async () => {
      const { coverage, stop } = await start({ entities: [component('cart')] });
      await expect(coverage()).resolves.toEqual({
        coverage: {
          fired: 0,
          covered: 0,
          ratio: null,
          night: { fired: 0, covered: 0, ratio: null },
          silent: { fired: 0, covered: 0, ratio: null },
          windowDays: 90,
        },
        items: [],
        totalItems: 0,
      });
      await stop();
    });

    it('counts the names that fired, those that may page, and those that are silent', async () => {
      const { coverage, observe, resolve, stop, tell } = await start({
        entities: [
          component('cart'),
          component('till'),
          runbook('disk', {
            alerts: ['Disk*'],
            serves: { entities: ['cart'] },
          }),
          runbook('slow', { alerts: ['Slow'] }),
        ],
      });
      tell(
        // Covered on one entity and not on the other.
        firing({ alert: 'DiskFull', labels: { severity: 'critical' } }),
        firing({
          alert: 'DiskFull',
          fingerprint: 'till',
          entityRefs: ['component:default/till'],
        }),
        // Covered, and not at night.
        firing({ alert: 'Slow', endsAt: minutesAgo(30) }),
        // Covered, and at night for one of its firings.
        firing({
          alert: 'DiskSlow',
          startsAt: minutesAgo(20 * DAY),
          endsAt: minutesAgo(19 * DAY),
          receivers: ['team-pagerduty'],
        }),
        firing({
          alert: 'DiskSlow',
          startsAt: minutesAgo(10),
          endsAt: minutesAgo(5),
        }),
        // Nobody has written anything.
        firing({ alert: 'Odd', severity: 'page', endsAt: minutesAgo(1) }),
        // Known, and not heard of for long.
        firing({
          alert: 'Old',
          startsAt: minutesAgo(200 * DAY),
          endsAt: minutesAgo(199 * DAY),
        }),
        firing({
          alert: 'DiskOld',
          startsAt: minutesAgo(200 * DAY),
          endsAt: minutesAgo(199 * DAY),
        }),
        // Began before the window, and fires still.
        firing({ alert: 'Long', startsAt: minutesAgo(300 * DAY) }),
      );
      await observe();
      await resolve('disk', 'ok');
      await resolve('slow', 'ok');

      const all = await coverage();
      expect(all.coverage).toEqual({
        fired: 5,
        covered: 2,
        ratio: 2 / 5,
        night: { fired: 3, covered: 2, ratio: 2 / 3 },
        silent: { fired: 2, covered: 1, ratio: 1 / 2 },
        windowDays: 90,
      });
      expect(
        all.items.map(row => [
          row.alert,
          row.entityRef,
          row.mayPage,
          row.firings,
          row.firesNow,
        ]),
      ).toEqual([
        ['Odd', 'component:default/cart', true, 1, false],
        ['DiskFull', 'component:default/till', false, 1, true],
        ['Long', 'component:default/cart', false, 1, true],
        ['DiskFull', 'component:default/cart', true, 1, true],
        ['DiskSlow', 'component:default/cart', true, 2, false],
        ['Slow', 'component:default/cart', false, 1, false],
      ]);
      expect(all.totalItems).toBe(6);
      expect(
        names((await coverage('covered=false&mayPage=true')).items),
      ).toEqual(['Odd']);
      expect(names((await coverage('silent=true')).items)).toEqual([
        'Old',
        'DiskOld',
      ]);
      expect(names((await coverage('q=disk')).items)).toEqual([
        'DiskFull',
        'DiskFull',
        'DiskSlow',
      ]);
      expect((await coverage('entity=component:till')).coverage).toMatchObject({
        fired: 1,
        covered: 0,
        ratio: 0,
      });
      expect((await coverage('days=365')).coverage).toMatchObject({
        fired: 7,
        silent: { fired: 0 },
      });
      const first = await coverage('limit=4');
      const second = await coverage(`limit=4&cursor=${first.nextCursor}`);
      expect([...first.items, ...second.items]).toEqual(all.items);
      expect(second.nextCursor).toBeUndefined();
      await stop();
    });

    it('counts an alert that flaps once, by name and by start', async () => {
      const { coverage, observe, stop, tell } = await start({
        entities: [component('cart')],
      });
      const first = firing({ startsAt: minutesAgo(50) });
      tell(first, first, { ...first, endsAt: minutesAgo(40) });
      await observe();
      tell(
        firing({ startsAt: minutesAgo(30), endsAt: minutesAgo(20) }),
        firing({ startsAt: minutesAgo(10) }),
        // Told again under another key.
        firing({ startsAt: minutesAgo(10), key: 'again' }),
      );
      await observe();
      const { coverage: shares, items } = await coverage();
      expect(shares).toMatchObject({ fired: 1, covered: 0 });
      expect(items).toMatchObject([{ firings: 3, firesNow: true }]);
      await stop();
    });

    it('says in words why an alert is not covered', async () => {
      const { coverage, observe, resolve, stop, tell } = await start({
        entities: [
          component('cart', {
            links: [
              {
                url: 'https://wiki.example/cart',
                title: 'Cart',
                type: 'runbook',
              },
            ],
          }),
          component('till'),
        ],
      });
      tell(
        firing({ alert: 'A' }),
        firing({
          alert: 'B',
          entityRefs: ['component:default/till'],
          runbookUrl: '/b.md',
        }),
        firing({ alert: 'C', entityRefs: ['component:default/till'] }),
      );
      await observe();
      await resolve('Cart', 'unverifiable');
      const { items } = await coverage();
      expect(items.map(row => [row.alert, row.reason])).toEqual([
        [
          'A',
          expect.stringContaining(
            'leads to a login page, so nobody knows what it holds',
          ),
        ],
        ['B', expect.stringContaining('has no host')],
        ['C', expect.stringContaining('There is no runbook for it')],
      ]);
      expect(items[1].toldUrl).toBe('/b.md');
      await stop();
    });
  });

  it('lists what fires for a team with the teams below it, and when it was heard of', async () => {
    const { get, observe, stop, tell } = await start({
      entities: [
        group('ships'),
        group('quay', { parent: 'ships' }),
        group('bank'),
        component('cart'),
        component('till', { owner: 'bank' }),
      ],
    });
    expect((await get('/firing')).body).toEqual({ items: [], totalItems: 0 });
    tell(
      firing({ startsAt: minutesAgo(5) }),
      firing({
        alert: 'Broke',
        fingerprint: 'b',
        entityRefs: ['component:default/till'],
        labels: { severity: 'critical' },
      }),
    );
    await observe();
    const { body } = await get('/firing');
    expect(body.totalItems).toBe(2);
    expect(body.items.map((row: { alert: string }) => row.alert)).toEqual([
      'Broke',
      'DiskFull',
    ]);
    expect(Date.parse(body.heardAt)).not.toBeNaN();
    for (const [query, found] of [
      ['owner=ships', ['DiskFull']],
      ['owner=bank', ['Broke']],
      ['owner=ships&owner=bank', ['Broke', 'DiskFull']],
      ['mine=true', []],
    ] as const) {
      const { body: some } = await get(`/firing?${query}`);
      expect(some.items.map((row: { alert: string }) => row.alert)).toEqual(
        found,
      );
    }
    await stop();
  });
});
