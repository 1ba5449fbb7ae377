import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { StageClock } from '@fairlead/backstage-plugin-runbooks-common';
import { OperationsIncident } from '@fairlead/backstage-plugin-runbooks-node';
import fc from 'fast-check';
import { Knex } from 'knex';
import request from 'supertest';
import { runbookIdOf } from '../../records/registry/runbookId';
import { startRunbooks } from '../../__testUtils__/startRunbooks';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const CHECKOUT = 'component:default/checkout';
const VAULT = 'component:default/vault';
// eslint-disable-next-line no-script-url -- it is refused
const SCRIPT = 'javascript:alert(1)';
const MINUTE = 60_000;
const DAY = 1440;

/** The time so many minutes ago. */
const NOW = Date.now();
const ago = (minutes: number) => new Date(NOW - minutes * MINUTE).toISOString();

const PAGE = 'https://wiki.example/disk';
const RUNBOOK = runbookIdOf(PAGE);

const entity = (name: string, owner: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    uid: `uid-${name}`,
    links: [{ url: PAGE, type: 'runbook', title: 'Disk full' }],
  },
  spec: { type: 'service', owner },
  relations: [{ type: 'ownedBy', targetRef: owner }],
});

const incident = (
  key: string,
  more: Partial<OperationsIncident> = {},
): OperationsIncident => ({
  kind: 'incident',
  key,
  source: 'pagerduty',
  entityRefs: [CHECKOUT],
  title: `Incident ${key}`,
  severity: 'SEV1',
  alerts: [],
  responders: [],
  followUps: [],
  ...more,
});

const stops: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  await Promise.all(stops.splice(0).map(stop => stop()));
});

async function start(
  db: Knex,
  options: { sees?: string[]; denies?: string[] } = {},
) {
  const backend = await startRunbooks({
    db,
    entities: [
      // The mocked user info has a user own what they are named as the owner of.
      entity('checkout', 'user:default/mira'),
      entity('vault', 'user:default/bo'),
    ],
    permissions: {
      authorize: async requests =>
        requests.map(({ permission }) => ({
          result: options.denies?.includes(permission.name)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
        })) as never,
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
  });
  stops.push(backend.stop);
  await backend.sync();
  const send =
    (authorization: string) =>
    (method: 'post' | 'patch', path: string, body: object) =>
      request(backend.server)
        [method](`/api/runbooks/incidents/${path}`)
        .set('Authorization', authorization)
        .send(body);
  return {
    ...backend,
    as: (name: string) =>
      send(mockCredentials.user.header(`user:default/${name}`)),
    asImporter: send(mockCredentials.service.header()),
    tellAll: async (...records: Parameters<typeof backend.tell>) => {
      backend.tell(...records);
      await backend.run('read-operations');
    },
  };
}

/** `12` for known, `12+` for a lower bound, `?` for unknown, in minutes. */
const sketch = (stages: StageClock[]) =>
  stages
    .map(({ state, duration }) =>
      state === 'unknown'
        ? '?'
        : `${Math.floor(duration! / MINUTE)}${state === 'open' ? '+' : ''}`,
    )
    .join(' ');

describe.each(databases.eachSupportedId())('incidents (%s)', id => {
  it('have five clocks, from their source and from people', async () => {
    const db = await databases.init(id);
    const { as, get, tellAll } = await start(db);
    const mira = as('mira');
    await tellAll(incident('i1', { startedAt: ago(70), detectedAt: ago(60) }));
    const open = (await get('/incidents/i1')).body;
    expect(sketch(open.stages)).toBe('10 60+ 60+ 60+ ?');
    expect(open).toMatchObject({
      title: 'Incident i1',
      openedAt: ago(60),
      learning: { state: 'open' },
      mayUpdate: true,
    });
    expect(open.reviewTemplate).toContain('Incident i1');

    const told = await mira('post', 'i1/stages', {
      moment: 'mitigated',
      at: ago(30),
    });
    expect(told.status).toBe(200);
    expect(sketch(told.body.stages)).toBe('10 60+ 30 60+ ?');
    // A person corrects a person.
    const corrected = await as('ola')('post', 'i1/stages', {
      moment: 'mitigated',
      at: ago(40),
    });
    expect(sketch(corrected.body.stages)).toBe('10 60+ 20 60+ ?');
    expect(JSON.stringify(corrected.body)).not.toMatch(/mira|ola/);

    for (const [body, status, message] of [
      [
        { moment: 'mitigated', at: ago(61) },
        400,
        `'at': an incident cannot be mitigated before it was detected, ${ago(
          60,
        )}`,
      ],
      [
        { moment: 'resolved', at: ago(50) },
        400,
        `'at': an incident cannot be resolved before it was mitigated, ${ago(
          40,
        )}`,
      ],
      [{ moment: 'resolved', at: ago(-60) }, 400, "'at': lies in the future"],
      [{ moment: 'detected', at: ago(55) }, 409, "'pagerduty' tells"],
      [{ moment: 'published' }, 409, 'not over yet'],
      [{ moment: 'forgotten' }, 400, "'moment'"],
    ] as const) {
      const refused = await mira('post', 'i1/stages', body);
      expect(refused.status).toBe(status);
      expect(refused.body.error.message).toContain(message);
    }

    // The source has the last word, now and after it takes it back.
    const detected = { startedAt: ago(70), detectedAt: ago(60) };
    await tellAll(
      incident('i1', {
        ...detected,
        acknowledgedAt: ago(58),
        mitigatedAt: ago(35),
        resolvedAt: ago(20),
      }),
    );
    const resolved = (await get('/incidents/i1')).body;
    expect(sketch(resolved.stages)).toBe('10 2 25 40 20+');
    await tellAll(incident('i1', detected));
    const reopened = (await get('/incidents/i1')).body;
    expect(sketch(reopened.stages)).toBe('10 60+ 60+ 60+ ?');
  });

  it('close their learning with a review and a change, or a reason for none', async () => {
    const db = await databases.init(id);
    const { as, get, tellAll } = await start(db);
    const mira = as('mira');
    const over = { detectedAt: ago(20 * DAY), resolvedAt: ago(20 * DAY - 60) };
    await tellAll(
      incident('i1', over),
      incident('i2', over),
      incident('i3', { ...over, severity: 'SEV4' }),
      incident('i4', { ...over, severity: undefined }),
    );
    const states = async () =>
      Object.fromEntries(
        (await get('/incidents')).body.items.map(
          (item: { id: string; learning: { state: string } }) => [
            item.id,
            item.learning.state,
          ],
        ),
      );
    expect(await states()).toEqual({
      i1: 'late',
      i2: 'late',
      i3: 'not-asked',
      i4: 'not-asked',
    });

    const empty = await mira('post', 'i1/review', { publish: true });
    expect(empty.status).toBe(400);
    const draft = await mira('post', 'i1/review', { text: '# What happened' });
    expect(draft.body.review).toEqual({
      revision: 1,
      text: '# What happened',
    });
    expect(draft.body.reviewTemplate).toBeUndefined();
    const published = await mira('post', 'i1/review', { publish: true });
    expect(published.body.review.publishedAt).toBeDefined();
    expect(published.body.learning.state).toBe('late');

    const change = { kind: 'runbook', url: 'Component:checkout' };
    await mira('post', 'i1/changes', change);
    const linked = await mira('post', 'i1/changes', change);
    expect(linked.status).toBe(201);
    expect(linked.body.changes).toEqual([
      {
        id: expect.any(String),
        kind: 'runbook',
        url: CHECKOUT,
        at: expect.any(String),
      },
    ]);
    expect(linked.body.learning).toMatchObject({
      state: 'closed',
      reason: 'Its review was published after it was due',
    });

    const short = await mira('post', 'i2/review', { nothingToChange: 'No.' });
    expect(short.status).toBe(400);
    const nothing = await mira('post', 'i2/review', {
      nothingToChange: 'The provider mended its router; we have a second one.',
    });
    expect(nothing.body.learning.state).toBe('closed');
    expect(nothing.body.review.publishedAt).toBeDefined();

    expect((await get('/incidents')).body.learning).toEqual({
      asked: 2,
      closed: 0,
      ratio: 0,
      pending: 0,
    });
    expect((await get('/incidents?learning=closed')).body.totalItems).toBe(2);
    for (const [url, status] of [
      ['ftp://x', 400],
      ['a b', 400],
      ['', 400],
      // These read as refs of entities, and there are none.
      [SCRIPT, 404],
      ['component:default/no-such', 404],
    ] as const) {
      const refused = await mira('post', 'i1/changes', { kind: 'code', url });
      expect(refused.status).toBe(status);
    }
  });

  it('keep two writers of a review from undoing each other', async () => {
    const db = await databases.init(id);
    const { as, get, tellAll } = await start(db);
    await tellAll(incident('i1', { detectedAt: ago(60) }));
    await as('mira')('post', 'i1/review', { text: 'one', revision: 0 });
    const answers = await Promise.all(
      ['two', 'three'].map((text, index) =>
        as(`user-${index}`)('post', 'i1/review', { text, revision: 1 }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const won = answers.find(({ status }) => status === 200)!.body.review;
    const { review } = (await get('/incidents/i1')).body;
    expect(review).toEqual(won);
    expect(review.revision).toBe(2);
    // Who does not say what they read writes over nothing.
    const blind = await as('ola')('post', 'i1/review', { text: 'four' });
    expect(blind.status).toBe(409);
    expect(blind.body.error.message).toContain("'revision', 2");
    const beside = await as('ola')('post', 'i1/review', {
      url: 'https://wiki.example/review',
    });
    expect(beside.body.review).toEqual({
      ...won,
      url: 'https://wiki.example/review',
      revision: 3,
    });
  });

  it('have follow-ups, of their source and of people', async () => {
    const db = await databases.init(id);
    const { as, asImporter, get, tellAll } = await start(db);
    const mira = as('mira');
    await tellAll(
      incident('i1', {
        detectedAt: ago(60 * DAY),
        followUps: [
          { id: 'f1', title: 'Grow the disk', createdAt: ago(40 * DAY) },
          { id: 'f2', title: 'Done', closedAt: ago(DAY) },
        ],
      }),
    );
    const added = await mira('post', 'i1/follow-ups', {
      title: 'Alert earlier',
      dueAt: '2126-01-01',
    });
    expect(added.status).toBe(201);
    expect(added.body.followUps).toMatchObject([
      { id: 'f1', overdue: true, fromSource: true },
      { id: 'f2', overdue: false, fromSource: true },
      {
        title: 'Alert earlier',
        dueAt: '2126-01-01T23:59:59.999Z',
        overdue: false,
        fromSource: false,
      },
    ]);
    const past = await asImporter('post', 'i1/follow-ups', {
      title: 'Old',
      at: ago(35 * DAY),
    });
    expect(past.body.followUps.at(-2)).toMatchObject({
      title: 'Old',
      overdue: true,
    });
    expect(
      (await mira('post', 'i1/follow-ups', { title: 'x', at: ago(9) })).status,
    ).toBe(400);
    expect((await get('/incidents')).body.followUps).toEqual({
      open: 3,
      overdue: 2,
      byAge: { week: 1, month: 0, older: 2 },
    });

    const own = added.body.followUps[2].id;
    const closed = await mira('patch', `i1/follow-ups/${own}`, {
      closed: true,
    });
    expect(closed.body.followUps.at(-1).closedAt).toBeDefined();
    expect(
      (await mira('patch', 'i1/follow-ups/f1', { closed: true })).body.error
        .message,
    ).toContain("'pagerduty' tells this follow-up");
    expect(
      (await mira('patch', 'i1/follow-ups/none', { closed: true })).status,
    ).toBe(404);
  });

  it('are changed by who owns one of their entities, or may change all', async () => {
    const db = await databases.init(id);
    const { as, get, tellAll } = await start(db, {
      denies: ['runbooks.incident.update.any'],
    });
    await tellAll(
      incident('i1', { detectedAt: ago(60) }),
      incident('i2', { detectedAt: ago(60), entityRefs: [VAULT] }),
    );
    const told = { moment: 'acknowledged', at: ago(50) };
    expect((await as('mira')('post', 'i1/stages', told)).status).toBe(200);
    for (const [method, path, body] of [
      ['post', 'i2/stages', told],
      ['post', 'i2/review', { text: 'x' }],
      ['post', 'i2/changes', { kind: 'code', url: 'https://git.example/1' }],
      ['post', 'i2/follow-ups', { title: 'x' }],
      ['patch', 'i2/follow-ups/f', { closed: true }],
    ] as const) {
      const refused = await as('mira')(method, path, body);
      expect(refused.status).toBe(403);
      expect(refused.body.error.message).toContain('user:default/bo');
    }
    expect((await get('/incidents/i2')).body.mayUpdate).toBe(false);
  });

  it('are hidden with their entities', async () => {
    const db = await databases.init(id);
    const { as, get, tellAll } = await start(db, {
      sees: ['user:default/mira'],
    });
    await tellAll(
      incident('both', { detectedAt: ago(60), entityRefs: [CHECKOUT, VAULT] }),
      incident('vault', { detectedAt: ago(60), entityRefs: [VAULT] }),
      incident('nothing', { detectedAt: ago(60), entityRefs: [] }),
    );
    const { body } = await get('/incidents');
    expect(body.totalItems).toBe(1);
    expect(body.items[0]).toMatchObject({ id: 'both', entityRefs: [CHECKOUT] });
    expect(body.medians[2]).toMatchObject({ stage: 'mitigation', open: 1 });
    await db('linked_changes').insert({
      id: 'c1',
      incident_key: 'both',
      kind: 'code',
      url: VAULT,
      told_by: 'user:default/bo',
      told_at: 0,
    });
    expect(JSON.stringify((await get('/incidents/both')).body)).not.toContain(
      'vault',
    );
    expect((await get(`/incidents?entity=${VAULT}`)).body.totalItems).toBe(0);
    expect((await get('/incidents?owner=user:default/bo')).body.items).toEqual(
      [],
    );
    for (const key of ['vault', 'nothing', 'no-such']) {
      expect((await get(`/incidents/${key}`)).status).toBe(404);
      expect(
        (await as('mira')('post', `${key}/review`, { text: 'x' })).status,
      ).toBe(404);
    }
  });

  it('come to medians, shares and recurrences of all that fit a filter', async () => {
    const db = await databases.init(id);
    const { asImporter, get, tellAll } = await start(db);
    const days = [50, 40, 30, 20, 10];
    await tellAll(
      ...days.map((day, index) =>
        incident(`i${day}`, {
          detectedAt: ago(day * DAY),
          resolvedAt: ago(day * DAY - (index + 1) * 10),
          foundBy: index === 0 ? 'person' : undefined,
          alerts: index < 2 ? [] : ['DiskFull'],
        }),
      ),
      incident('open', { detectedAt: ago(30), entityRefs: [VAULT] }),
    );
    await asImporter('post', 'i30/review', {
      text: 'x',
      publish: true,
      at: ago(28 * DAY),
    });
    await asImporter('post', 'i30/changes', {
      kind: 'code',
      url: 'https://git.example/1',
      at: ago(27 * DAY),
    });

    const all = (await get('/incidents')).body;
    expect(all.items.map((item: { id: string }) => item.id)).toEqual([
      'open',
      ...days.map(day => `i${day}`).reverse(),
    ]);
    const recovery = (answer: { medians: { stage: string }[] }) =>
      answer.medians.find(({ stage }) => stage === 'recovery');
    expect(recovery(all)).toEqual({
      stage: 'recovery',
      p50: 30 * MINUTE,
      p90: 46 * MINUTE,
      n: 5,
      open: 1,
      unknown: 0,
    });
    expect(all.foundByAlert).toEqual({ n: 4, ratio: 0.75 });
    const byId = Object.fromEntries(
      all.items.map((item: { id: string }) => [item.id, item]),
    );
    expect(byId.i30.recurredAs).toBe('i20');
    expect(byId.i20.recurrenceOf).toBe('i30');
    expect(byId.i10.recurrenceOf).toBe('i30');
    expect((await get('/incidents/i20')).body.recurrenceOf).toBe('i30');

    const few = (await get(`/incidents?from=${ago(25 * DAY)}&open=false`)).body;
    expect(few.totalItems).toBe(2);
    expect(recovery(few)).toEqual({
      stage: 'recovery',
      n: 2,
      open: 0,
      unknown: 0,
    });
    expect((await get('/incidents?open=true')).body.items[0].id).toBe('open');
    expect(
      (await get('/incidents?owner=user:default/bo')).body.totalItems,
    ).toBe(1);

    const paged: string[] = [];
    let cursor = '';
    do {
      const page = (await get(`/incidents?limit=2${cursor}`)).body;
      expect(recovery(page)).toEqual(recovery(all));
      paged.push(...page.items.map((item: { id: string }) => item.id));
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
    } while (cursor);
    expect(paged).toEqual(all.items.map((item: { id: string }) => item.id));
  });

  it('show their uses and runbooks', async () => {
    const db = await databases.init(id);
    const { get, post, tellAll } = await start(db);
    await tellAll(
      incident('i1', {
        detectedAt: ago(60),
        runbookUrl: PAGE,
      }),
    );
    const { body: use } = await post('/uses', {
      runbook: RUNBOOK,
      for: { incident: 'i1' },
    });
    expect((await get('/incidents/i1')).body).toMatchObject({
      runbooks: [{ id: RUNBOOK, title: 'Disk full' }],
      uses: [{ id: use.id, runbookId: RUNBOOK, title: 'Disk full' }],
    });
  });

  it('take what people say while alerts, deployments and incidents stream in', async () => {
    const db = await databases.init(id);
    const { as, get, post, run, tell } = await start(db);
    tell(
      incident('i0', { detectedAt: ago(600), entityRefs: [CHECKOUT, VAULT] }),
    );
    await run('read-operations');
    const click = async (round: number) => {
      const { body: use, status } = await post('/uses', {
        runbook: RUNBOOK,
        entity: round % 2 ? CHECKOUT : VAULT,
        for: { incident: `i${round}` },
      });
      return [
        status,
        (await post(`/uses/${use.id}/finish`, { outcome: 'helped' })).status,
        (
          await as('mira')('post', 'i0/stages', {
            moment: 'mitigated',
            at: ago(500 - round),
          })
        ).status,
      ];
    };
    const statuses: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      for (const [index, ref] of [VAULT, CHECKOUT].entries()) {
        tell(
          {
            kind: 'firing',
            key: `f${round}-${index}`,
            source: 'alertmanager',
            entityRefs: [ref],
            alert: 'DiskFull',
            fingerprint: `f${index}`,
            startsAt: ago(100 - round),
            labels: {},
            receivers: [],
            dashboardUrls: [],
          },
          {
            kind: 'deployment',
            key: `d${round}-${index}`,
            source: 'ci',
            entityRefs: [ref],
            finishedAt: ago(50 - round),
          },
        );
      }
      tell(
        incident('i0', {
          detectedAt: ago(600 + round),
          entityRefs: [CHECKOUT, VAULT],
        }),
      );
      const [, , ...clicks] = await Promise.all([
        run('read-operations'),
        run('choose-runbooks'),
        click(3 * round),
        click(3 * round + 1),
        click(3 * round + 2),
      ]);
      statuses.push(...clicks.flat());
    }
    expect([...new Set(statuses)].sort()).toEqual([200, 201]);
    expect((await get('/uses?active=false')).body.totalItems).toBe(18);
  });

  it('are the same in whatever order and how often they are told', async () => {
    const db = await databases.init(id);
    const { get, tellAll } = await start(db);
    const records = [
      incident('a', { detectedAt: ago(300), resolvedAt: ago(200) }),
      incident('b', { startedAt: ago(90), followUps: [{ id: 'f' }] }),
      incident('c', {
        detectedAt: ago(80),
        entityRefs: [CHECKOUT, VAULT],
        alerts: ['DiskFull'],
      }),
    ];
    await tellAll(...records);
    const read = async () => {
      const { items } = (await get('/incidents')).body;
      return items.map((item: { stages: StageClock[] }) => ({
        ...item,
        stages: item.stages.map(({ state, from, to }) => [state, from, to]),
      }));
    };
    const first = await read();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...records, ...records], { minLength: 1 }),
        async again => {
          await tellAll(...again);
          expect(await read()).toEqual(first);
        },
      ),
      { numRuns: 10 },
    );
    await tellAll({ kind: 'removed', key: 'b' });
    expect((await get('/incidents')).body.totalItems).toBe(2);
    expect((await get('/incidents/b')).status).toBe(404);
    await tellAll(records[1]);
    expect(await read()).toEqual(first);
  });

  it('of senseless contents are kept as far as they make sense', async () => {
    const db = await databases.init(id);
    const { get, tellAll } = await start(db);
    await tellAll(
      incident('odd', {
        title: 'a\0b\ud800',
        entityRefs: [CHECKOUT, 'no ref at all'],
        detectedAt: 'yesterday',
        url: SCRIPT,
        reviewUrl: 'https://wiki.example/<>',
        severity: 'x'.repeat(5_000),
        alerts: ['a'.repeat(5_000)],
        followUps: [{ id: 'f', url: 'file:///etc/passwd', dueAt: 'soon' }],
      }),
    );
    const { body, status } = await get('/incidents/odd');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      title: 'ab\ufffd',
      entityRefs: [CHECKOUT],
      learning: { state: 'not-asked' },
      followUps: [{ id: 'f', title: 'f', overdue: false }],
    });
    expect(body.url).toBeUndefined();
    expect(body.followUps[0].url).toBeUndefined();
    expect(sketch(body.stages)).toBe('? ? ? ? ?');
    expect(body.severity.length).toBeLessThan(2_000);
  });
});
