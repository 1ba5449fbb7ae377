import { TestDatabases } from '@backstage/backend-test-utils';
import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';
import { NamedRepository } from '@fairlead/backstage-plugin-delivery-node';
import fc from 'fast-check';
import { startDelivery } from '../../__testUtils__/startDelivery';
import { claiming } from '../../__testUtils__/startMatching';
import { createTestSource, tells } from '../../__testUtils__/testSource';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const SLUG = 'github.com/project-slug';
const SERVICE = 'pagerduty.com/service-id';

const DAY = Date.parse(new Date().toISOString().slice(0, 10)) - 3 * 86_400_000;
const at = (minute: number) =>
  new Date(DAY + 9 * 3_600_000 + minute * 60_000).toISOString();

const shop = claiming('shop', { [SLUG]: 'acme/shop', [SERVICE]: 'PLAKE01' });
const ship = claiming('ship', { [SERVICE]: 'PVOYAGE' });
// Its annotation was right before the rename.
const stale = claiming('stale', { [SLUG]: 'https://github.com/Acme/Shop-Old' });
const wrong = claiming('wrong', { [SLUG]: '../user' });

let nonce = 0;

/** Tells of an incident of these services, which are all that it has. */
function incident(
  externalId: string,
  minute: number,
  services: string[],
  fields: object = {},
) {
  return {
    ...tells(at(minute), {
      kind: 'incident',
      externalId,
      detectedAt: at(0),
      ...fields,
    }),
    nonce: (nonce += 1),
    subjects: services.map(value => ({ annotation: SERVICE, value })),
    subjectsAreAll: true,
  };
}

function change(
  minute: number,
  number: number,
  repository: NamedRepository,
  fields: object = {},
) {
  const repo = repository.name;
  return {
    ...tells(at(minute), { kind: 'change', repo, number, ...fields }),
    nonce: (nonce += 1),
    subjects: [{ annotation: SLUG, value: repo }],
    repository,
  };
}

function alert(minute: number, from: number, fields: object = {}) {
  return {
    ...tells(at(minute), {
      kind: 'alert',
      fingerprint: '93b3',
      startsAt: at(from),
      ...fields,
    }),
    subjects: [{ annotation: SERVICE, value: 'PLAKE01' }],
  };
}

describe.each(databases.eachSupportedId())('what is taken back (%s)', id => {
  async function start() {
    const db = await databases.init(id);
    const portal = await startDelivery({
      db,
      entities: [shop, ship, stale, wrong],
      // What changes again is measured again at once.
      config: { delivery: { worker: { measureInterval: '0s' } } },
      sources: [
        createTestSource({
          repositoryOf: payload =>
            (payload as { repository?: NamedRepository }).repository,
        }),
      ],
    });
    await portal.run('sync-catalog');
    return {
      ...portal,
      async take(...payloads: object[]) {
        await portal.deliver(payloads);
        await portal.normalise();
      },
      async catchUp() {
        await portal.run('rename-records');
        await portal.run('sync-catalog');
        await portal.run('rematch-records');
      },
      async history(name: string): Promise<DeliveryRecord[]> {
        const { body } = await portal
          .get(`/entities/component/default/${name}/history`)
          .expect(200);
        expect(body.totalItems).toBe(body.items.length);
        return body.items;
      },
      async unmatched() {
        const { body } = await portal.get('/sources/unmatched').expect(200);
        return body.items;
      },
      async feed(): Promise<DeliveryRecord[]> {
        const { body } = await portal.asService.get('/feed').expect(200);
        return body.items;
      },
    };
  }

  it('moves an incident to its other service, in whatever order that is told', async () => {
    const { take, history, unmatched } = await start();
    const events = (name: string) => [
      incident(name, 0, ['PLAKE01']),
      incident(name, 5, ['PVOYAGE']),
      incident(name, 120, ['PVOYAGE'], { resolutions: [at(120)] }),
    ];
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 0, 1, 2], { minLength: 6 }),
        fc.boolean(),
        async (order, isOneBatch) => {
          count += 1;
          const all = events(`i${count}`);
          const told = order.map(index => all[index]);
          if (isOneBatch) {
            await take(...told);
          } else {
            for (const one of told) {
              await take(one);
            }
          }
          expect(await history('shop')).toEqual([]);
          expect(await history('ship')).toHaveLength(count);
        },
      ),
      { numRuns: 10 },
    );
    expect(await unmatched()).toEqual([]);
  });

  it('measures both sides again when an incident is moved', async () => {
    const { take, run, get } = await start();
    const failRate = async () => {
      await run('measure');
      const { body } = await get(
        '/entities/component/default/shop/measures',
      ).expect(200);
      return body.measures.find(
        (measure: { id: string }) => measure.id === 'changeFailRate',
      );
    };
    await take(
      ...[-60, -30].map(minute => ({
        ...tells(at(minute), {
          kind: 'deployment',
          repo: 'acme/shop',
          externalId: `${minute}`,
          environment: 'production',
          sha: `sha${minute}`,
          statuses: [{ state: 'success', at: at(minute) }],
        }),
        subjects: [{ annotation: SLUG, value: 'acme/shop' }],
      })),
      incident('i1', 0, ['PLAKE01']),
    );
    expect(await failRate()).toMatchObject({ n: 2, value: 0.5 });
    await take(incident('i1', 5, ['PVOYAGE']));
    expect(await failRate()).toMatchObject({ n: 2, value: 0 });
  });

  it('lists an incident of no service, until it has one', async () => {
    const { take, unmatched, history } = await start();
    await take(incident('i1', 10, []), incident('i1', 0, ['PLAKE01']));
    expect(await history('shop')).toEqual([]);
    expect(await unmatched()).toEqual([
      {
        source: 'test',
        annotation: '',
        value: '',
        count: 1,
        firstAt: at(0),
        lastAt: at(10),
      },
    ]);
    await take(incident('i1', 20, ['PVOYAGE']));
    expect(await unmatched()).toEqual([]);
    expect(await history('ship')).toHaveLength(1);
  });

  it('counts a withdrawn incident nowhere, while it is', async () => {
    const { take, unmatched, history, feed } = await start();
    await take(
      incident('i1', 0, ['PLAKE01'], { withdrawn: false }),
      incident('i2', 0, ['PLOST'], { withdrawn: false }),
    );
    expect(await history('shop')).toHaveLength(1);
    expect(await unmatched()).toMatchObject([{ value: 'plost', count: 1 }]);
    await take(
      incident('i1', 5, ['PLAKE01'], { withdrawn: true }),
      incident('i2', 5, ['PLOST'], { withdrawn: true }),
    );
    expect(await history('shop')).toEqual([]);
    expect(await unmatched()).toEqual([]);
    expect(await feed()).toMatchObject([
      { externalId: 'i1', withdrawn: true, entities: [] },
      { externalId: 'i2', withdrawn: true, entities: [] },
    ]);
    await take(
      incident('i1', 9, ['PLAKE01'], { withdrawn: false }),
      incident('i2', 9, ['PLOST'], { withdrawn: false }),
    );
    expect(await history('shop')).toHaveLength(1);
    expect(await unmatched()).toMatchObject([{ value: 'plost', count: 1 }]);
  });

  it.each([
    ['after what it ends', [0, 1]],
    ['before what it ends', [1, 0]],
  ])(
    'shows an alert once whose end comes with another start, %s',
    async (_, order) => {
      const { take, catchUp, history, feed, unmatched } = await start();
      const told = [
        alert(0, 0, { seenFiring: true }),
        alert(20, 20, { endsAt: at(20) }),
      ];
      for (const index of order) {
        await take(told[index]);
      }
      await take(alert(30, 30, { seenFiring: true }));
      await catchUp();
      const expected = [
        { startsAt: at(0), endsAt: at(20) },
        { startsAt: at(30), seenFiring: true },
      ];
      const byStart = (a: DeliveryRecord, b: DeliveryRecord) =>
        JSON.stringify(a.key) < JSON.stringify(b.key) ? -1 : 1;
      const shown = (await history('shop')).sort(byStart);
      expect(shown).toMatchObject(expected);
      expect(shown[1]).not.toHaveProperty('endsAt');
      expect((await feed()).sort(byStart)).toMatchObject(expected);
      expect(await unmatched()).toEqual([]);
    },
  );

  it('shows a renamed repository whole, under any name that entities call it by', async () => {
    const { take, catchUp, history, feed, unmatched, asService } =
      await start();
    const OLD = { id: '77', name: 'Acme/Shop-Old' };
    const NEW = { id: '77', name: 'acme/shop' };
    await take(change(0, 7, OLD, { openedAt: at(0) }));
    expect(await history('shop')).toEqual([]);
    expect(await history('stale')).toHaveLength(1);
    const { body } = await asService.get('/feed').expect(200);

    await take(change(60, 7, NEW, { mergedAt: at(60) }));
    await catchUp();
    const whole = {
      key: 'change:test:acme/shop:7',
      openedAt: at(0),
      mergedAt: at(60),
      formerKeys: ['change:test:acme/shop-old:7'],
      entities: ['component:default/shop', 'component:default/stale'],
    };
    expect(await history('shop')).toMatchObject([whole]);
    expect(await history('stale')).toMatchObject([whole]);
    expect(await unmatched()).toEqual([]);
    expect(await feed()).toMatchObject([whole]);
    const since = await asService.get(`/feed?after=${body.cursor}`).expect(200);
    expect(since.body.items).toMatchObject([whole]);

    // The old name is another repository's now, and who still names it means that one.
    await take(change(90, 7, { id: '99', name: 'acme/shop-old' }));
    await catchUp();
    expect(await history('shop')).toMatchObject([{ mergedAt: at(60) }]);
    expect(await history('stale')).toMatchObject([
      { key: 'change:test:acme/shop-old:7', occurredAt: at(90) },
    ]);
  });

  it('measures a change that was opened under one name and delivered under another', async () => {
    const { take, catchUp, run, get } = await start();
    const OLD = { id: '77', name: 'acme/shop-old' };
    const NEW = { id: '77', name: 'acme/shop' };
    const deployment = (minute: number, repository: NamedRepository) => ({
      ...change(minute, 0, repository),
      records: [
        {
          kind: 'deployment',
          source: 'test',
          repo: repository.name,
          externalId: `${minute}`,
          environment: 'production',
          sha: `sha${minute}`,
          statuses: [{ state: 'success', at: at(minute) }],
        },
      ],
    });
    const leadTime = async () => {
      await run('measure');
      const { body } = await get(
        '/entities/component/default/shop/measures',
      ).expect(200);
      return body.measures.find(
        (measure: { id: string }) => measure.id === 'leadTime',
      );
    };
    await take(
      deployment(-120, OLD),
      change(-60, 7, OLD, { openedAt: at(-60) }),
    );
    expect(await leadTime()).toMatchObject({ n: 0 });
    await take(
      change(-30, 7, NEW, { mergedAt: at(-30), mergeSha: 'sha0' }),
      deployment(0, NEW),
    );
    await catchUp();
    expect(await leadTime()).toMatchObject({ n: 1, value: 3_600_000 });
  });

  it('takes a verdict by any key that a record ever had, in any case', async () => {
    const { take, catchUp, post, feed } = await start();
    await take(
      {
        ...change(0, 7, { id: '77', name: 'acme/shop-old' }),
        records: [
          {
            kind: 'deployment',
            source: 'test',
            repo: 'acme/shop-old',
            externalId: '31',
          },
        ],
      },
      incident('i1', 5, ['PLAKE01']),
      change(60, 8, { id: '77', name: 'acme/shop' }),
    );
    await catchUp();
    await post('/links/verdicts', {
      deployment: 'deployment:test:Acme/Shop-Old:31',
      incident: 'incident:test:i1',
      verdict: 'confirmed',
    }).expect(201);
    expect(await feed()).toContainEqual(
      expect.objectContaining({
        kind: 'link',
        from: 'deployment:test:acme/shop:31',
        to: 'incident:test:i1',
      }),
    );
  });

  it('says which annotation of an entity names no repository', async () => {
    const { get } = await start();
    const { body } = await get(
      '/entities/component/default/wrong/measures',
    ).expect(200);
    expect(body.coverage).toMatchObject({
      subjects: [],
      problems: [`Annotation ${SLUG}: '../user' is no owner/repository`],
    });
  });
});
