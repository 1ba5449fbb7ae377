import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { Knex } from 'knex';
import request from 'supertest';
import { runbookIdOf } from '../../records/registry/runbookId';
import { startRunbooks } from '../../__testUtils__/startRunbooks';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const CHECKOUT = 'component:default/checkout';
const TEXT = `# Disk full

## Diagnosis

1. Look at the node
2. Look at the volume

## Mitigation

1. Grow the disk
`;

const DISK = runbookIdOf('runbook:default/disk');
const SAFE = runbookIdOf('runbook:default/safe');

const entity = (name: string, owner: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', uid: `uid-${name}` },
  spec: { type: 'service', owner },
  relations: [{ type: 'ownedBy', targetRef: owner }],
});

const runbook = (name: string, owner: string, text: string): Entity => ({
  apiVersion: 'fairlead.dev/v1alpha1',
  kind: 'Runbook',
  metadata: {
    name,
    namespace: 'default',
    uid: `uid-${name}`,
    title: `Runbook ${name}`,
  },
  spec: { owner, text },
  relations: [{ type: 'ownedBy', targetRef: owner }],
});

const stops: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  await Promise.all(stops.splice(0).map(stop => stop()));
});

async function start(db: Knex, options: { sees?: string[] } = {}) {
  const signals: unknown[] = [];
  const backend = await startRunbooks({
    db,
    entities: [
      entity('checkout', 'group:default/shop'),
      entity('vault', 'group:default/bank'),
      runbook('disk', 'group:default/shop', TEXT),
      runbook('safe', 'group:default/bank', '1. Lock it'),
    ],
    permissions: {
      authorizeConditional: async requests =>
        requests.map(() =>
          options.sees
            ? {
                result: AuthorizeResult.CONDITIONAL,
                pluginId: 'catalog',
                resourceType: 'catalog-entity',
                conditions: {
                  rule: 'IS_ENTITY_OWNER',
                  resourceType: 'catalog-entity',
                  params: { claims: options.sees },
                },
              }
            : { result: AuthorizeResult.ALLOW },
        ) as never,
    },
    features: [
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({
          publish: async (signal: unknown) => void signals.push(signal),
        }),
      }),
    ],
  });
  stops.push(backend.stop);
  await backend.sync();
  const as = (authorization: string) => ({
    post: (path: string, body: object = {}) =>
      request(backend.server)
        .post(`/api/runbooks${path}`)
        .set('Authorization', authorization)
        .send(body),
    patch: (path: string, body: object) =>
      request(backend.server)
        .patch(`/api/runbooks${path}`)
        .set('Authorization', authorization)
        .send(body),
  });
  return {
    ...backend,
    signals,
    asUser: (name: string, actor?: string) =>
      as(
        `Bearer ${mockCredentials.user.token(`user:default/${name}`, {
          actor: actor ? { subject: actor } : undefined,
        })}`,
      ),
    importer: as(mockCredentials.service.header()),
    verifiedAt: async () =>
      (await backend.get(`/runbooks/${DISK}`)).body.verifiedAt,
  };
}

const FOR_INCIDENT = {
  runbook: DISK,
  entity: CHECKOUT,
  for: { incident: 'incident:pd:1' },
};

describe.each(databases.eachSupportedId())('uses (%s)', id => {
  it('are checklists of the text as it was, ticked by everybody, and finished once', async () => {
    const db = await databases.init(id);
    const { asUser, get, put, signals, sync, verifiedAt } = await start(db);
    const mira = asUser('mira');

    const started = await mira.post('/uses', {
      ...FOR_INCIDENT,
      labels: { node: 'n-7' },
    });
    expect(started.status).toBe(201);
    expect(started.body).toMatchObject({
      runbookId: DISK,
      title: 'Runbook disk',
      entityRef: CHECKOUT,
      purpose: 'incident',
      incidentId: 'incident:pd:1',
      labels: { node: 'n-7' },
      byAgent: false,
      revision: 1,
      steps: [
        { text: 'Look at the node', section: 'Diagnosis', done: false },
        { text: 'Look at the volume', section: 'Diagnosis', done: false },
        { text: 'Grow the disk', section: 'Mitigation', done: false },
      ],
    });
    const { id: useId, steps } = started.body;
    const path = `/uses/${useId}`;

    const again = await asUser('ola').post('/uses', FOR_INCIDENT);
    expect(again.status).toBe(200);
    expect(again.body.id).toBe(useId);

    const ticked = await asUser('ola').patch(path, {
      step: steps[0].id,
      done: true,
    });
    expect(ticked.body).toMatchObject({
      revision: 2,
      steps: [{ done: true, at: expect.any(String) }, {}, {}],
    });
    const same = await mira.patch(path, { step: steps[0].id, done: true });
    expect(same.body).toEqual(ticked.body);

    const link = { url: 'https://ci.example/runs/7', title: 'Grow' };
    await mira.patch(path, { link });
    const linked = await mira.patch(path, { link });
    expect(linked.body).toMatchObject({ revision: 3, links: [link] });

    // The text changes; the use does not.
    put(runbook('disk', 'group:default/shop', '1. Nothing of this'));
    await sync();
    const held = await get(path);
    expect(held.body).toEqual(linked.body);
    const { etag } = held.headers;
    expect((await get(path).set('If-None-Match', etag)).status).toBe(304);

    const finished = await mira.post(`${path}/finish`, {
      outcome: 'helped',
      note: 'Say which node',
    });
    expect(finished.body).toMatchObject({
      outcome: 'helped',
      note: 'Say which node',
      finishedAt: expect.any(String),
      revision: 4,
    });
    expect((await get(path).set('If-None-Match', etag)).status).toBe(200);
    expect(await verifiedAt()).toBe(finished.body.finishedAt);
    for (const late of [
      await mira.post(`${path}/finish`, { outcome: 'misled' }),
      await mira.patch(path, { step: steps[1].id, done: true }),
    ]) {
      expect(late.status).toBe(409);
      expect(late.body.error.message).toContain('is finished');
    }

    expect(signals).toEqual(
      [1, 2, 3, 4].map(revision => ({
        recipients: { type: 'broadcast' },
        channel: 'runbooks:uses',
        message: { useId, revision },
      })),
    );

    // It is over: the same incident can begin another one.
    expect((await mira.post('/uses', FOR_INCIDENT)).status).toBe(201);
  });

  it('keep the ticks of all who tick at once, and what was told when the process dies', async () => {
    const db = await databases.init(id);
    const first = await start(db);
    const { body: use } = await first
      .asUser('mira')
      .post('/uses', FOR_INCIDENT);
    const path = `/uses/${use.id}`;
    const answers = await Promise.all([
      ...use.steps.map((step: { id: string }, index: number) =>
        first
          .asUser(`user-${index}`)
          .patch(path, { step: step.id, done: true }),
      ),
      first.asUser('ola').patch(path, {
        link: { url: 'https://ci.example/runs/7' },
      }),
      // All that start it at once get the same one.
      ...[1, 2, 3].map(number =>
        first.asUser(`user-${number}`).post('/uses', FOR_INCIDENT),
      ),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(200));

    const second = await startRunbooks({
      db,
      entities: [entity('checkout', 'group:default/shop')],
    });
    stops.push(second.stop);
    const { body } = await second.get(path);
    expect(body.steps.map((step: { done: boolean }) => step.done)).toEqual([
      true,
      true,
      true,
    ]);
    expect(body.links).toHaveLength(1);
    expect(body.revision).toBe(5);
    const timeline = await second.get(`${path}/timeline`);
    expect(timeline.headers['content-type']).toMatch('text/markdown');
    expect(timeline.text.match(/: done: /g)).toHaveLength(3);
    expect(timeline.text).not.toContain('user-');
    expect(
      (await second.post(`${path}/finish`, { outcome: 'missing' })).status,
    ).toBe(200);
  });

  it('by software are its own, and verify nothing', async () => {
    const db = await databases.init(id);
    const { asUser, importer, verifiedAt, get } = await start(db);
    const people = asUser('mira');
    const agents = [
      asUser('mira', 'plugin:mcp-actions'),
      importer,
      {
        post: (path: string, body: object) =>
          people.post(path, { ...body, byAgent: true }),
      },
    ];
    for (const agent of agents) {
      const { body } = await agent.post('/uses', {
        ...FOR_INCIDENT,
        for: { drill: true },
      });
      expect(body.byAgent).toBe(true);
      // Also not when a person says how it ended.
      await people.post(`/uses/${body.id}/finish`, { outcome: 'helped' });
    }
    // A person's use is not the agent's, and an agent's word at its end verifies nothing either.
    for (const agent of agents) {
      const { body } = await people.post('/uses', FOR_INCIDENT);
      expect(body.byAgent).toBe(false);
      await agent.post(`/uses/${body.id}/finish`, { outcome: 'helped' });
    }
    // What a service says of itself makes no person of it.
    const claimed = await importer.post('/uses', {
      ...FOR_INCIDENT,
      byAgent: false,
    });
    expect(claimed.body.byAgent).toBe(true);
    expect(
      (
        await asUser('mira', 'plugin:mcp-actions').post(
          `/runbooks/${DISK}/verifications`,
        )
      ).status,
    ).toBe(403);
    expect(
      (await importer.post(`/runbooks/${DISK}/verifications`)).status,
    ).toBe(403);
    expect(await verifiedAt()).toBeUndefined();
    expect(await db('verifications')).toEqual([]);
    expect((await get('/uses?active=false')).body.totalItems).toBe(6);
  });

  it('that misled or missed something verify nothing', async () => {
    const db = await databases.init(id);
    const { asUser, verifiedAt } = await start(db);
    for (const outcome of ['misled', 'missing']) {
      const { body } = await asUser('mira').post('/uses', FOR_INCIDENT);
      await asUser('mira').post(`/uses/${body.id}/finish`, { outcome });
    }
    expect(await verifiedAt()).toBeUndefined();
  });

  it('of the past are imported by services, as those of persons', async () => {
    const db = await databases.init(id);
    const { asUser, importer, verifiedAt } = await start(db);
    const past = {
      ...FOR_INCIDENT,
      startedAt: '2026-03-01T02:00:00Z',
      by: 'user:default/mira',
    };
    const { body: use, status } = await importer.post('/uses', past);
    expect(status).toBe(201);
    expect(use).toMatchObject({
      startedAt: '2026-03-01T02:00:00.000Z',
      byAgent: false,
    });
    const path = `/uses/${use.id}`;
    const tick = { step: use.steps[0].id, done: true };
    expect(
      (await importer.patch(path, { ...tick, at: '2026-03-01T01:00:00Z' })).body
        .error.message,
    ).toContain("'at': lies before 2026-03-01T02:00:00.000Z");
    expect(
      (await importer.patch(path, { ...tick, at: '2126-03-01T01:00:00Z' })).body
        .error.message,
    ).toContain("'at': lies in the future");
    await importer.patch(path, { ...tick, at: '2026-03-01T02:10:00Z' });
    expect(
      (
        await importer.post(`${path}/finish`, {
          outcome: 'helped',
          finishedAt: '2026-03-01T02:05:00Z',
        })
      ).status,
    ).toBe(400);
    const finished = await importer.post(`${path}/finish`, {
      outcome: 'helped',
      finishedAt: '2026-03-01T02:30:00Z',
      by: 'user:default/mira',
    });
    expect(finished.body.finishedAt).toBe('2026-03-01T02:30:00.000Z');
    expect(await verifiedAt()).toBe('2026-03-01T02:30:00.000Z');

    // The import is run again.
    const again = await importer.post('/uses', past);
    expect(again.status).toBe(200);
    expect(
      (await importer.patch(path, { ...tick, at: '2026-03-01T02:10:00Z' }))
        .body,
    ).toEqual(finished.body);
    expect(again.body).toEqual(finished.body);

    // Nobody else tells the past.
    for (const [field, value] of [
      ['startedAt', '2026-03-01T02:00:00Z'],
      ['by', 'user:default/ola'],
    ]) {
      const refused = await asUser('mira').post('/uses', {
        ...FOR_INCIDENT,
        [field]: value,
      });
      expect(refused.status).toBe(400);
      expect(refused.body.error.message).toContain(`'${field}'`);
    }
  });

  it('are hidden with the runbook or the entity that they are for', async () => {
    const db = await databases.init(id);
    const all = await start(db);
    const { body: hidden } = await all
      .asUser('mira')
      .post('/uses', { runbook: SAFE, for: { drill: true } });
    const { body: elsewhere } = await all.asUser('mira').post('/uses', {
      runbook: DISK,
      entity: 'component:default/vault',
      for: { drill: true },
    });
    const { body: seen } = await all
      .asUser('mira')
      .post('/uses', { ...FOR_INCIDENT, for: { alert: 'DiskFull' } });
    const some = await start(db, { sees: ['group:default/shop'] });
    const { body } = await some.get('/uses');
    expect(body.items).toEqual([seen]);
    expect(body.totalItems).toBe(1);
    expect((await some.get(`/uses/${seen.id}`)).status).toBe(200);
    for (const { id: useId } of [hidden, elsewhere]) {
      const mira = some.asUser('mira');
      for (const answer of [
        await some.get(`/uses/${useId}`),
        await some.get(`/uses/${useId}/timeline`),
        await mira.patch(`/uses/${useId}`, { step: 'a', done: true }),
        await mira.post(`/uses/${useId}/finish`, { outcome: 'helped' }),
      ]) {
        expect(answer.status).toBe(404);
      }
    }
    for (const body404 of [
      { runbook: SAFE, for: { drill: true } },
      { runbook: 'no-such', for: { drill: true } },
      { ...FOR_INCIDENT, entity: 'component:default/vault' },
    ]) {
      expect((await some.post('/uses', body404)).status).toBe(404);
    }
    expect(
      (await some.post(`/runbooks/${SAFE}/verifications`, {})).status,
    ).toBe(404);
  });

  it('of a hidden incident do not name it', async () => {
    const db = await databases.init(id);
    const { get, post } = await start(db, {
      sees: ['group:default/shop'],
    });
    await post('/uses', FOR_INCIDENT);
    const named = await get('/uses?incident=incident:pd:1');
    expect(named.body.items[0].incidentId).toBe('incident:pd:1');

    await db('incidents').insert({
      key: 'incident:pd:1',
      source: 'pd',
      title: 'Secret',
      details: '{}',
      changed_at: 0,
    });
    await db('incident_entities').insert({
      incident_key: 'incident:pd:1',
      entity_ref: 'component:default/vault',
    });
    const { body } = await get('/uses');
    expect(body.items).toHaveLength(1);
    expect(body.items[0].incidentId).toBeUndefined();
    expect((await get('/uses?incident=incident:pd:1')).body.totalItems).toBe(0);
    expect(
      (await get(`/uses/${body.items[0].id}/timeline`)).text,
    ).not.toContain('Secret');
  });

  it('are listed by page and filter', async () => {
    const db = await databases.init(id);
    const { asUser, get } = await start(db);
    const ids: string[] = [];
    for (const name of ['mira', 'ola', 'kim']) {
      const { body } = await asUser(name).post('/uses', {
        runbook: DISK,
        for: { drill: true },
      });
      ids.push(body.id);
    }
    expect(new Set(ids).size).toBe(3);
    await asUser('mira').post(`/uses/${ids[0]}/finish`, { outcome: 'helped' });
    const first = (await get(`/uses?runbook=${DISK}&limit=2`)).body;
    const rest = (
      await get(`/uses?runbook=${DISK}&limit=2&cursor=${first.nextCursor}`)
    ).body;
    expect(first.totalItems).toBe(3);
    expect(
      [...first.items, ...rest.items]
        .map((use: { id: string }) => use.id)
        .sort(),
    ).toEqual([...ids].sort());
    expect((await get('/uses?active=true')).body.totalItems).toBe(2);
    expect((await get('/uses?active=false')).body.totalItems).toBe(1);
    expect((await get(`/uses?entity=${CHECKOUT}`)).body.totalItems).toBe(0);
  });

  it.each([
    ['an unknown step', { step: 'no-such', done: true }, 404],
    ['a link that is not https', { link: { url: 'http://ci.example' } }, 400],
    ['a page of its own', { link: { url: 'data:text/html,x' } }, 400],
    ['nothing', {}, 400],
    ['a NUL', { link: { url: 'https://ci.example', title: 'a\0' } }, 400],
  ])('refuse %s', async (_, body, status) => {
    const db = await databases.init(id);
    const { asUser } = await start(db);
    const mira = asUser('mira');
    const { body: use } = await mira.post('/uses', FOR_INCIDENT);
    expect((await mira.patch(`/uses/${use.id}`, body)).status).toBe(status);
  });

  it('verifies what somebody read, in one click, unless the text changed since', async () => {
    const db = await databases.init(id);
    const { asUser, get, verifiedAt } = await start(db);
    const path = `/runbooks/${DISK}/verifications`;
    const stale = await asUser('mira').post(path, { textHash: 'h0' });
    expect(stale.status).toBe(409);
    expect(stale.body.error.message).toContain('read it again');
    expect(await verifiedAt()).toBeUndefined();

    const { textHash } = (await get(`/runbooks/${DISK}`)).body;
    const given = await asUser('mira').post(path, { textHash });
    expect(given.status).toBe(201);
    expect(await verifiedAt()).toBe(given.body.verifiedAt);
    const { fresh } = (await get(`/runbooks/${DISK}`)).body.health;
    expect(fresh).toMatchObject({ state: 'ok', at: given.body.verifiedAt });
    expect((await asUser('ola').post(path)).status).toBe(201);
  });
});
