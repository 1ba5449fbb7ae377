import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import request from 'supertest';
import {
  component,
  firing,
  minutesAgo,
  runbook,
} from '../../__testUtils__/records';
import { startRunbooks } from '../../__testUtils__/startRunbooks';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const PORTAL = 'https://portal.example/backstage/';

describe.each(databases.eachSupportedId())(
  'the address of an alert, %s',
  id => {
    async function start(...entities: ReturnType<typeof component>[]) {
      const db = await databases.init(id);
      const backend = await startRunbooks({
        db,
        entities,
        config: { app: { baseUrl: PORTAL } },
      });
      await backend.sync();
      return { ...backend, db };
    }

    const cart = component('cart', {
      annotations: { 'fairlead.dev/runbook-url': 'https://wiki.example/cart' },
    });

    it('leads a browser to the portal without credentials, and says nothing of what is there', async () => {
      const { server, stop } = await start();
      for (const [query, expected] of [
        ['alert=DiskFull&entity=cart', 'alert=DiskFull&entity=cart'],
        ['alert=%22%3E%3Cscript%3E', 'alert=%22%3E%3Cscript%3E'],
        ['', ''],
      ]) {
        const { headers, status, text } = await request(server)
          .get(`/api/runbooks/for?${query}`)
          .set('Accept', 'text/html,application/xhtml+xml,*/*;q=0.8');
        expect(status).toBe(302);
        expect(headers.location).toBe(
          `https://portal.example/backstage/runbooks/for?${expected}`,
        );
        expect(headers.vary).toContain('Accept');
        expect(text).not.toContain('<script>');
      }
      await stop();
    });

    it('demands credentials of programs', async () => {
      const { server, call, stop } = await start(cart);
      for (const accept of ['application/json', '*/*']) {
        const { body, status } = await call(
          'get',
          '/for?entity=cart',
          'none',
        ).set('Accept', accept);
        expect(status).toBe(401);
        expect(JSON.stringify(body)).not.toContain('wiki.example');
      }
      const { status } = await request(server)
        .get('/api/runbooks/for?entity=cart')
        .set('Authorization', mockCredentials.user.invalidHeader());
      expect(status).toBe(401);
      expect((await call('get', '/for?entity=cart', 'service')).status).toBe(
        200,
      );
      await stop();
    });

    it.each([
      'cart',
      'component:cart',
      'Component:default/Cart',
      'default/cart',
    ])('takes the ref %s', async ref => {
      const { get, stop } = await start(cart);
      const { body } = await get(`/for?entity=${encodeURIComponent(ref)}`);
      expect(body).toMatchObject({
        entityRef: 'component:default/cart',
        runbook: { url: 'https://wiki.example/cart' },
      });
      await stop();
    });

    it('ranks the runbooks of an alert on an entity, with the labels that all its firings have', async () => {
      const { get, run, stop, tell } = await start(
        cart,
        runbook('general', { serves: { entities: ['cart'] } }),
        runbook('by-name', { alerts: ['DiskFull'] }),
        runbook('here', { alerts: ['Disk*'], serves: { entities: ['cart'] } }),
        runbook('elsewhere', {
          alerts: ['DiskFull'],
          serves: { entities: ['till'] },
        }),
      );
      tell(
        firing({
          runbookUrl: 'https://wiki.example/{{ $labels.alertname }}',
          labels: { namespace: 'shop', pod: 'a' },
        }),
        firing({
          fingerprint: 'b',
          startsAt: minutesAgo(5),
          runbookUrl: 'https://wiki.example/{{ $labels.alertname }}',
          labels: { namespace: 'shop', pod: 'b' },
        }),
      );
      await run('read-operations');
      const { body } = await get('/for?alert=DiskFull&entity=cart');
      expect(body).toMatchObject({
        alert: 'DiskFull',
        runbook: { title: 'here' },
        labels: { namespace: 'shop' },
      });
      expect(body.labels).toEqual({ namespace: 'shop' });
      expect(body.others.map(({ title }: { title: string }) => title)).toEqual([
        'by-name',
        'DiskFull',
        'Cart',
        'general',
      ]);

      // Without the entity: where it fires.
      expect((await get('/for?alert=DiskFull')).body).toEqual(body);
      // Nobody has heard of it: what is there for the entity.
      expect((await get('/for?alert=Odd&entity=cart')).body).toMatchObject({
        runbook: { title: 'Cart' },
        others: [{ title: 'general' }],
        labels: {},
      });
      await stop();
    });

    it('finds by its name the runbook of an alert that never fired', async () => {
      const { get, stop } = await start(
        component('till'),
        runbook('by-name', { alerts: ['DiskFull'] }),
        runbook('of-till', {
          alerts: ['TillOpen'],
          serves: { entities: ['till'] },
        }),
      );
      expect((await get('/for?alert=DiskFull')).body).toMatchObject({
        runbook: { title: 'by-name' },
      });
      expect((await get('/for?alert=TillOpen')).body).toMatchObject({
        runbook: { title: 'of-till' },
      });
      expect((await get('/for?alert=TillShut')).body.runbook).toBeUndefined();
      await stop();
    });

    it('says why there is none, and what to do', async () => {
      const { get, run, stop, tell } = await start(component('till'));
      for (const [query, reason] of [
        ['alert=A', /Name the entity too, or draft one/],
        ['alert=A&entity=till', /for this alert on this entity.*Draft one/],
        ['entity=till', /Add a Runbook entity/],
      ] as const) {
        const { body, status } = await get(`/for?${query}`);
        expect(status).toBe(200);
        expect(body.runbook).toBeUndefined();
        expect(body.reason).toMatch(reason);
      }
      tell(
        firing({
          entityRefs: ['component:default/till'],
          runbookUrl: '{{ .Base }}/disk.md',
        }),
      );
      await run('read-operations');
      expect((await get('/for?alert=DiskFull')).body.reason).toMatch(
        /runbook that the alert names is none/,
      );
      await stop();
    });

    it.each([
      ['', 400],
      ['alert=&entity=', 400],
      ['entity=a%20b', 400],
      ['entity=component:default/nobody', 404],
    ])('refuses %j with %d', async (query, expected) => {
      const { get, stop } = await start();
      expect((await get(`/for?${query}`)).status).toBe(expected);
      await stop();
    });
  },
);
