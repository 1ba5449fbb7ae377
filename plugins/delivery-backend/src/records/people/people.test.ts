import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { DeliverySource } from '@fairlead/backstage-plugin-delivery-node';
import { entities } from '../../__testUtils__/entities';
import { startDelivery } from '../../__testUtils__/startDelivery';
import { createTestSource } from '../../__testUtils__/testSource';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const ANNOTATION = 'github.com/user-login';
const AT = '2026-11-01T10:00:00.000Z';

/** Who calls in these tests, and what the catalog knows them by elsewhere. */
const user: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: {
    name: 'mock',
    namespace: 'default',
    uid: 'uid-mock',
    annotations: { [ANNOTATION]: 'Octo-Cat' },
  },
  spec: {},
};

/** Tells of a change and a run in which whoever the payload names has every role. */
const source: DeliverySource = createTestSource({
  read: ({ payload }, context) => {
    const { login } = payload as { login: string };
    const person = context.person(ANNOTATION, login);
    const common = { source: 'test', repo: 'acme/checkout' };
    const about = {
      occurredAt: AT,
      subjects: [
        { annotation: 'github.com/project-slug', value: 'acme/checkout' },
      ],
    };
    return [
      {
        ...about,
        record: {
          ...common,
          kind: 'change',
          number: 1,
          title: 'Change',
          openedAt: AT,
          readyAt: AT,
          author: person,
          reviewers: [person],
          approvers: [person],
          reviews: [{ by: person, at: AT }],
          trailers: [{ name: 'Co-authored-by', person }],
        },
      },
      {
        ...about,
        record: {
          ...common,
          kind: 'run',
          runId: '1',
          attempt: 1,
          createdAt: AT,
          startedBy: person,
        },
      },
    ];
  },
});

describe.each(databases.eachSupportedId())('persons (%s)', id => {
  const start = async () => {
    const db = await databases.init(id);
    const portal = await startDelivery({
      db,
      entities: [...entities, user],
      sources: [source],
      config: { delivery: { worker: { measureInterval: { seconds: 0 } } } },
    });
    await portal.run('sync-catalog');
    await portal.deliver([{ type: 'told', at: AT, login: 'octo-cat' }]);
    await portal.normalise();
    await portal.run('measure');
    const { body } = await portal.asService.get('/feed').expect(200);
    const of = (kind: string) =>
      body.items.find((item: { kind: string }) => item.kind === kind);
    const { author } = of('change');
    return { db, portal, author, change: of('change'), run: of('run') };
  };

  it('are known to themselves', async () => {
    const { portal } = await start();
    const { body } = await portal.get('/waiting').expect(200);
    expect(body.items).toMatchObject([{ name: '#1', isMine: true }]);
  });

  it('are told to services as what they did, and to users as nothing', async () => {
    const { author, change, portal, run } = await start();
    expect(change.reviews).toEqual([{ by: author, at: AT }]);
    expect(run.startedBy).toBe(author);
    const { body } = await portal
      .get(
        '/entities/component/default/checkout/history?from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z',
      )
      .expect(200);
    expect(body.items).toHaveLength(2);
    expect(JSON.stringify(body.items)).not.toContain(author);
  });

  it('stand in no table by their logins but in the raw delivery', async () => {
    const { db } = await start();
    const withLogin: string[] = [];
    for (const table of [
      'deliveries',
      'records',
      'people',
      'entities',
      'claims',
      'subjects',
      'sample_days',
      'measured_entities',
      'open_authors',
    ]) {
      const rows = await db(table);
      expect({ table, rows: rows.length }).not.toEqual({ table, rows: 0 });
      if (JSON.stringify(rows).toLowerCase().includes('octo-cat')) {
        withLogin.push(table);
      }
    }
    expect(withLogin).toEqual(['deliveries']);
  });

  it('are told to services by the users that they are, and to nobody else', async () => {
    const { author, portal } = await start();
    const ask = (userRefs: unknown) =>
      portal.asService.post('/people', { userRefs });
    const { body } = await ask(['mock', 'User:default/Mock', 'none']).expect(
      200,
    );
    expect(body.items).toEqual([
      { userRef: 'user:default/mock', persons: ['user:default/mock', author] },
      { userRef: 'user:default/none', persons: ['user:default/none'] },
    ]);
    const tooMany = Array.from({ length: 201 }, (_, i) => `user${i}`);
    for (const refused of [tooMany, ['group:default/sea'], ['a b'], author]) {
      const answer = await ask(refused).expect(400);
      expect(answer.body.error.message).toContain('userRefs');
    }
    await portal.post('/people', { userRefs: ['mock'] }).expect(403);
  });

  it('are called otherwise in each installation, so that nobody can look them up', async () => {
    const [one, other] = [await start(), await start()];
    expect(one.author).toMatch(/^[\w-]{22}$/);
    expect(other.author).toMatch(/^[\w-]{22}$/);
    expect(other.author).not.toBe(one.author);
  });
});
