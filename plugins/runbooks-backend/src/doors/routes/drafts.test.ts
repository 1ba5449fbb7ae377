import { TestDatabases } from '@backstage/backend-test-utils';
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

const AT_GITHUB =
  'url:https://github.com/quay/shop/blob/main/services/cart/catalog-info.yaml';

describe.each(databases.eachSupportedId())('what a team lacks, %s', id => {
  async function start(...entities: ReturnType<typeof component>[]) {
    const db = await databases.init(id);
    const backend = await startRunbooks({ db, entities });
    await backend.sync();
    return { ...backend, db };
  }

  it('drafts a runbook from what is known of the alert and the entity', async () => {
    const { get, run, stop, tell } = await start(
      component('cart', {
        annotations: { 'backstage.io/managed-by-location': AT_GITHUB },
        relations: [
          { type: 'dependsOn', targetRef: 'component:default/till' },
          { type: 'dependsOn', targetRef: 'component:default/unknown' },
        ],
      }),
      component('till'),
    );
    tell(
      firing({
        labels: { namespace: 'shop', severity: 'critical' },
        severity: 'critical',
        summary: 'The disk is full',
        dashboardUrls: ['https://grafana.example/d/disks'],
      }),
      {
        kind: 'incident',
        key: 'incident:1',
        source: 'pagerduty',
        entityRefs: ['component:default/cart'],
        title: 'No more space',
        startedAt: minutesAgo(600),
        resolvedAt: minutesAgo(500),
        alerts: ['DiskFull'],
        responders: [],
        followUps: [],
        url: 'https://incidents.example/1',
      },
    );
    await run('read-operations');
    const { body, status } = await get(
      '/coverage/drafts?alert=DiskFull&entity=cart',
    );
    expect(status).toBe(200);
    expect(body.files.map(({ path }: { path: string }) => path)).toEqual([
      'services/cart/runbooks/disk-full.md',
      'services/cart/runbooks/disk-full.yaml',
    ]);
    // The entity's own file is no place for them.
    expect(body.editUrl).toBeUndefined();
    const [{ text }, { text: yaml }] = body.files;
    expect(text).toContain('The disk is full');
    expect(text).toContain('https://grafana.example/d/disks');
    expect(text).toContain('https://incidents.example/1');
    expect(text).toMatch(/component:default\/till/);
    expect(text).not.toContain('unknown');
    expect(yaml).toContain('owner: group:default/quay');
    expect(yaml).toContain('tier: critical');
    // Without the entity: where the alert fires.
    expect((await get('/coverage/drafts?alert=DiskFull')).body).toEqual(body);
    await stop();
  });

  it('drafts for an alert of which nothing is known, and prefers where the entity says it is edited', async () => {
    const { get, stop } = await start(
      component('cart', {
        annotations: {
          'backstage.io/edit-url': 'https://git.example/edit/cart',
          'backstage.io/managed-by-location': 'file:/tmp/x.yaml',
        },
      }),
    );
    const { body } = await get('/coverage/drafts?alert=Odd%20one&entity=cart');
    expect(body.files[0].path).toBe('runbooks/odd-one.md');
    expect(body.editUrl).toBe('https://git.example/edit/cart');
    const { body: bare } = await get('/coverage/drafts?alert=Odd');
    expect(bare.files).toHaveLength(2);
    expect(bare.editUrl).toBeUndefined();
    expect((await get('/coverage/drafts')).status).toBe(400);
    await stop();
  });

  it('tells a team what would fail it tonight', async () => {
    const { db, get, run, stop, tell } = await start(
      group('ships'),
      group('quay', { parent: 'ships' }),
      component('cart'),
      component('till', { owner: 'bank' }),
      runbook('broken', { alerts: ['Broken'] }),
      runbook('sparse', { alerts: ['Sparse'] }),
      runbook('fine', { alerts: ['Fine'] }),
    );
    tell(
      firing({ alert: 'Broken', severity: 'critical' }),
      firing({ alert: 'Fine', severity: 'critical', endsAt: minutesAgo(1) }),
      firing({ alert: 'Odd', severity: 'page', endsAt: minutesAgo(1) }),
      firing({ alert: 'Quiet' }),
      firing({
        alert: 'Till',
        severity: 'critical',
        entityRefs: ['component:default/till'],
      }),
    );
    await run('read-operations');
    const set = (title: string, row: object) =>
      db('runbooks')
        .where({ title })
        .update({ complete: 'ok', actionable: 'ok', ...row });
    const health = (state: string) => ({
      resolves: state,
      health: JSON.stringify({ resolves: { state } }),
    });
    await set('broken', health('bad'));
    await set('sparse', { ...health('ok'), complete: 'bad' });
    await set('fine', { ...health('ok'), drift: 'bad' });

    for (const team of ['quay', 'ships']) {
      const { body, status } = await get(`/teams/group/default/${team}`);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        teamRef: `group:default/${team}`,
        coverage: { fired: 4, covered: 1, night: { fired: 3, covered: 1 } },
        failingCount: 2,
        runbookCount: 3,
        followUps: { open: 0, overdue: 0 },
        responders: null,
      });
      const alerts = (rows: { alert: string }[]) =>
        rows.map(({ alert }) => alert);
      expect(alerts(body.firing)).toEqual(['Broken', 'Quiet']);
      expect(alerts(body.uncoveredAtNight)).toEqual(['Broken', 'Odd']);
      expect(body.failing.map(({ title }: { title: string }) => title)).toEqual(
        ['broken', 'sparse'],
      );
    }
    expect((await get('/teams/group/default/nobody')).status).toBe(404);
    await stop();
  });
});
