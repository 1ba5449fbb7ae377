import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity, EntityLink } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { RunbookEntityV1alpha1 } from '@fairlead/backstage-plugin-runbooks-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { startRunbooks } from '../../__testUtils__/startRunbooks';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const PAGE = 'https://wiki.example.com/disk-full';

function component(
  name: string,
  options: {
    links?: EntityLink[];
    annotation?: string;
    owner?: string;
    type?: string;
  } = {},
): Entity {
  const { annotation, links, owner = 'quay', type = 'service' } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-${name}`,
      ...(links && { links }),
      ...(annotation && {
        annotations: { 'fairlead.dev/runbook-url': annotation },
      }),
    },
    spec: { type, owner },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

function runbook(
  name: string,
  spec: Partial<RunbookEntityV1alpha1['spec']>,
): Entity {
  return {
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'Runbook',
    metadata: { name, title: name, namespace: 'default', uid: `uid-${name}` },
    spec: { owner: 'quay', ...spec },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/quay' }],
  } as Entity;
}

const link = (url: string, title?: string): EntityLink => ({
  url,
  type: 'runbook',
  ...(title && { title }),
});

function alertRow(alert: string, entity: string, toldUrl: string | null) {
  return {
    alert,
    entity_ref: `component:default/${entity}`,
    first_fired_at: 1,
    last_fired_at: 1,
    fires_until: 1,
    may_page_until: 1,
    severity: null,
    labels: '{}',
    told_url: toldUrl,
    runbook_id: null,
    choose_at: null,
  };
}

/** All that the registry says, without the times at which it said so. */
async function dump(db: Knex) {
  const [runbooks, entities, alerts, probes, copies] = await Promise.all([
    db('runbooks')
      .select('id', 'key', 'title', 'owner_ref', 'tier', 'text_from')
      .select('url', 'url_key', 'techdocs', 'serves', 'time_to_live', 'hash')
      .orderBy('id'),
    db('runbook_entities').orderBy(['runbook_id', 'entity_ref', 'origin']),
    db('runbook_alerts').orderBy(['runbook_id', 'pattern']),
    db('runbook_probes')
      .select('runbook_id', 'url', 'host')
      .orderBy(['url', 'runbook_id']),
    // The last good copy of another address stays until there is a new one.
    db('runbook_copies as c')
      .join('runbooks as r', 'r.id', 'c.runbook_id')
      .where('r.text_from', 'text')
      .select('c.runbook_id', 'c.text')
      .orderBy('c.runbook_id'),
  ]);
  return { runbooks, entities, alerts, probes, copies };
}

describe.each(databases.eachSupportedId())('the registry, %s', id => {
  async function start(options: Partial<Parameters<typeof startRunbooks>[0]>) {
    const db = await databases.init(id);
    const backend = await startRunbooks({ db, ...options });
    const list = async (query = '') => {
      const { body } = await backend.get(`/runbooks${query}`).expect(200);
      return body;
    };
    return { ...backend, db, list };
  }

  it('takes as many statements for many named runbooks as for few', async () => {
    const count = async (links: number) => {
      const { db, stop, sync } = await start({
        entities: [
          component('cart', {
            links: Array.from({ length: links }, (_, number) => ({
              url: `https://wiki.example/${number}`,
              type: 'runbook',
            })),
          }),
        ],
      });
      let statements = 0;
      const onQuery = () => {
        statements += 1;
      };
      db.on('query', onQuery);
      await sync();
      db.off('query', onQuery);
      expect(await db('runbook_probes')).toHaveLength(links);
      await stop();
      return statements;
    };
    const few = await count(3);
    expect(few).toBeGreaterThan(0);
    expect(await count(60)).toBe(few);
  });

  it('holds each runbook once, whoever names it', async () => {
    const { list, stop, sync } = await start({
      entities: [
        component('checkout', {
          links: [
            link('https://WIKI.example.com:443/disk-full/', 'Disk is full'),
            { url: 'https://example.com/dashboard', type: 'dashboard' },
          ],
          annotation: `${PAGE}, https://wiki.example.com/oom.html#pods`,
        }),
        component('basket', { links: [link(PAGE)], owner: 'land' }),
        component('library', { links: [link('runbooks/half.md')] }),
      ],
    });
    await sync();
    const { items, totalItems, totals, failing } = await list();
    expect(items).toEqual([
      expect.objectContaining({
        title: 'Disk is full',
        from: 'annotation',
        url: PAGE,
        ownerRef: 'group:default/quay',
        tier: 'normal',
        serves: ['component:default/checkout', 'component:default/basket'],
        servesCount: 2,
      }),
      expect.objectContaining({
        title: 'Pods',
        url: 'https://wiki.example.com/oom.html#pods',
        serves: ['component:default/checkout'],
      }),
    ]);
    expect(totalItems).toBe(2);
    expect(totals.resolves).toEqual({
      ok: 0,
      bad: 0,
      unknown: 2,
      unverifiable: 0,
    });
    expect(failing).toBe(0);
    await stop();
  });

  it('is the entity where an entity stands for the address', async () => {
    const backend = await start({
      entities: [
        component('checkout', { links: [link(`${PAGE}#step-2`)] }),
        component('basket'),
        component('noise', { type: 'library' }),
      ],
    });
    await backend.sync();
    const [before] = (await backend.list()).items;
    expect(before.from).toBe('link');

    const entity = runbook('disk-full', {
      url: `${PAGE}/`,
      tier: 'critical',
      alerts: ['Disk*'],
      serves: { filter: { 'spec.type': 'service' } },
    });
    backend.put(entity);
    await backend.sync();
    const { items } = await backend.list();
    expect(items).toEqual([
      expect.objectContaining({
        title: 'disk-full',
        from: 'entity',
        entityRef: 'runbook:default/disk-full',
        tier: 'critical',
        alerts: ['Disk*'],
        serves: ['component:default/basket', 'component:default/checkout'],
      }),
    ]);
    expect(items[0].id).not.toBe(before.id);

    backend.put(component('noise'), component('basket', { type: 'library' }));
    await backend.sync();
    expect((await backend.list()).items[0].serves).toEqual([
      'component:default/checkout',
      'component:default/noise',
    ]);

    backend.remove('runbook:default/disk-full');
    await backend.sync();
    expect((await backend.list()).items).toEqual([
      expect.objectContaining({ id: before.id, from: 'link' }),
    ]);
    await backend.stop();
  });

  it('takes in what alerts name, and lets go of what nobody names', async () => {
    const { db, list, put, stop, sync } = await start({
      entities: [component('checkout', { links: [link(PAGE)] })],
    });
    await sync();
    await db('alerts').insert([
      alertRow(
        'DiskFull',
        'checkout',
        'https://wiki.example.com/alerts/DiskFull',
      ),
      alertRow('Half', 'checkout', '/alerts/Half'),
      alertRow('Silent', 'checkout', null),
    ]);
    put(component('checkout'));
    await sync();
    expect((await list()).items).toEqual([
      expect.objectContaining({ title: 'DiskFull', from: 'alert' }),
    ]);
    // What follows from the change is worked out again.
    expect(await db('alerts').whereNull('choose_at')).toEqual([]);
    expect(await db('runbooks').whereNull('judge_at')).toEqual([]);
    await stop();
  });

  it('filters in the database, and pages', async () => {
    const { db, list, get, stop, sync } = await start({
      entities: [
        ...['a', 'b', 'c'].map(name =>
          component(name, {
            links: [link(`https://wiki.example.com/${name}`, `About ${name}`)],
            owner: name === 'c' ? 'land' : 'quay',
          }),
        ),
        runbook('disk_full', {
          tier: 'high',
          text: '# Disk',
          alerts: ['Disk?ull', 'Exact'],
          serves: { entities: ['a'] },
        }),
      ],
    });
    await sync();
    const titles = async (query: string) =>
      (await list(query)).items.map(({ title }: { title: string }) => title);
    expect(await titles('?owner=land')).toEqual(['About c']);
    expect(await titles('?tier=high')).toEqual(['disk_full']);
    expect(await titles('?q=ABOUT')).toEqual(['About a', 'About b', 'About c']);
    expect(await titles('?q=k_f')).toEqual(['disk_full']);
    expect(await titles('?q=k%25f')).toEqual([]);
    expect(await titles('?alert=DiskFull')).toEqual(['disk_full']);
    expect(await titles('?alert=DiskFulls')).toEqual([]);
    expect(await titles('?entity=component:a')).toEqual([
      'About a',
      'disk_full',
    ]);
    expect(await titles('?entity=runbook:default/disk_full')).toEqual([
      'disk_full',
    ]);
    expect(await titles('?part=resolves&state=bad')).toEqual([]);
    expect(await titles('?state=bad')).toEqual([]);
    expect(await titles('?part=fresh')).toHaveLength(4);

    const byTitle = ['About a', 'About b', 'About c', 'disk_full'];
    expect(await titles('?order=title')).toEqual(byTitle);
    await db('runbooks').where('owner_ref', 'group:default/land').update({
      resolves: 'bad',
      complete: 'bad',
    });
    await db('runbooks').where('title', 'disk_full').update('fresh', 'bad');
    await db('runbooks').where('title', 'About b').update('drift', 'bad');
    const worst = await list('?order=health&limit=2');
    const rest = await list(`?order=health&cursor=${worst.nextCursor}`);
    expect(
      [...worst.items, ...rest.items].map(
        ({ title }: { title: string }) => title,
      ),
    ).toEqual(['About c', 'disk_full', 'About a', 'About b']);
    await get(`/runbooks?cursor=${worst.nextCursor}`).expect(400);

    const first = await list('?limit=3');
    expect(first.totalItems).toBe(4);
    const second = await list(`?limit=3&cursor=${first.nextCursor}`);
    expect(second.items).toHaveLength(1);
    expect(second.nextCursor).toBeUndefined();
    expect(
      new Set([...first.items, ...second.items].map(({ id: one }) => one)).size,
    ).toBe(4);
    await get(`/runbooks?q=x&cursor=${first.nextCursor}`).expect(400);

    const [{ id: runbookId }] = (await list('?tier=high')).items;
    const { body } = await get(`/runbooks/${runbookId}`).expect(200);
    expect(body).toMatchObject({
      text: '# Disk',
      isLastGoodCopy: false,
      problems: [],
      servesOwnTeam: false,
      helped: 0,
    });
    await stop();
  });

  it('shows nothing of what the caller may not read', async () => {
    const hidden = component('hidden', {
      links: [
        link(PAGE, 'Secret name'),
        link('https://wiki.example.com/only-hidden'),
      ],
      owner: 'secret',
    });
    const seen = ['component:default/seen', 'group:default/quay'];
    const backend = await start({
      entities: [
        component('seen', { links: [link(PAGE)] }),
        hidden,
        runbook('hidden-runbook', {
          text: '# No',
          serves: { entities: ['seen'] },
        }),
      ],
      permissions: {
        authorizeConditional: async () => [
          {
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'catalog',
            resourceType: 'catalog-entity',
            conditions: {
              rule: 'HAS_METADATA',
              resourceType: 'catalog-entity',
              params: { key: 'name', value: 'seen' },
            },
          } as never,
        ],
      },
    });
    await backend.sync();
    const { items, totalItems } = await backend.list();
    expect(items).toEqual([
      expect.objectContaining({
        title: 'Disk full',
        ownerRef: 'group:default/quay',
        serves: seen.slice(0, 1),
        servesCount: 1,
      }),
    ]);
    expect(totalItems).toBe(1);
    for (const { id: runbookId, url_key: key } of await backend.db(
      'runbooks',
    )) {
      await backend
        .get(`/runbooks/${runbookId}`)
        .expect(key === PAGE ? 200 : 404);
    }
    for (const query of [
      'entity=component:hidden',
      'q=Secret',
      'owner=group:default/secret',
    ]) {
      const found = await backend.list(`?${query}`);
      expect([query, found.items, found.totalItems]).toEqual([query, [], 0]);
    }
    for (const query of ['q=wiki.example', 'q=disk', 'owner=quay']) {
      const found = await backend.list(`?${query}`);
      expect([query, found.totalItems]).toEqual([query, 1]);
    }
    await backend.stop();
  });

  it('gives search engines each text once, and only to services', async () => {
    const { asService, get, stop, sync } = await start({
      entities: [
        component('a', { links: [link(PAGE)] }),
        runbook('disk-full', { text: '# Disk', alerts: ['DiskFull'] }),
      ],
    });
    await sync();
    await get('/search-documents').expect(403);
    const first = await asService.get('/search-documents?limit=1').expect(200);
    const second = await asService
      .get(`/search-documents?limit=1&after=${first.body.cursor}`)
      .expect(200);
    expect([...first.body.items, ...second.body.items]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          text: '# Disk',
          entityRef: 'runbook:default/disk-full',
          alerts: ['DiskFull'],
        }),
        expect.objectContaining({
          text: '',
          entityRef: 'component:default/a',
        }),
      ]),
    );
    const end = await asService
      .get(`/search-documents?after=${second.body.cursor}`)
      .expect(200);
    expect(end.body).toEqual({ items: [], cursor: second.body.cursor });
    await stop();
  });
});

describe('the registry', () => {
  const name = fc.constantFrom('a', 'b', 'c');
  const url = fc.constantFrom(
    PAGE,
    `${PAGE}/`,
    `${PAGE}#one`,
    'https://wiki.example.com/other',
  );
  const entity = fc.oneof(
    fc
      .record({
        name,
        links: fc.array(
          url.map(one => link(one)),
          { maxLength: 2 },
        ),
        annotation: url,
        owner: fc.constantFrom('quay', 'land'),
        type: fc.constantFrom('service', 'library'),
      })
      .map(({ name: one, ...options }) => component(one, options)),
    fc
      .record({
        name,
        spec: fc.oneof(
          fc.record({
            url,
            serves: fc.record({ entities: fc.array(name, { minLength: 1 }) }),
          }),
          fc.record({
            text: fc.constantFrom('# One', '# Two'),
            alerts: fc.constant(['Disk*']),
            serves: fc.constant({ filter: { 'spec.type': 'service' } }),
          }),
        ),
      })
      .map(({ name: one, spec }) =>
        runbook(`r-${one}`, spec as RunbookEntityV1alpha1['spec']),
      ),
  );
  const change = fc.record({ entity, isGone: fc.boolean() });
  const anchor = component('anchor');

  it('ends the same in whatever order the catalog changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 5 }),
        async rounds => {
          const db = await databases.init('SQLITE_3');
          const stepwise = await startRunbooks({ db, entities: [anchor] });
          const last = new Map<string, Entity>([
            ['component:default/anchor', anchor],
          ]);
          for (const round of rounds) {
            for (const { entity: one, isGone } of round) {
              const ref =
                `${one.kind}:default/${one.metadata.name}`.toLowerCase();
              if (isGone) {
                stepwise.remove(ref);
                last.delete(ref);
              } else {
                stepwise.put(one);
                last.set(ref, one);
              }
            }
            await stepwise.sync();
          }
          const before = await dump(db);
          await stepwise.sync();
          expect(await dump(db)).toEqual(before);
          await stepwise.stop();

          const fresh = await databases.init('SQLITE_3');
          const atOnce = await startRunbooks({
            db: fresh,
            entities: [...last.values()],
          });
          await atOnce.sync();
          expect(before).toEqual(await dump(fresh));
          await atOnce.stop();
        },
      ),
      { numRuns: 15 },
    );
  });
});
