import { TestDatabases } from '@backstage/backend-test-utils';
import {
  EntityMeasuresResponse,
  EntityRecordsResponse,
  MeasureId,
} from '@fairlead/backstage-plugin-delivery-common';
import { entities } from '../../__testUtils__/entities';
import {
  change,
  daysAgo,
  deployment,
  incident,
  startMeasured,
  told,
} from './__testUtils__/startMeasured';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const CHECKOUT = '/entities/component/default/checkout';
const SEARCH = '/entities/component/default/search';
const HOUR = 3_600_000;

const byId = (body: Pick<EntityMeasuresResponse, 'measures'>, id: MeasureId) =>
  body.measures.find(measure => measure.id === id)!;

describe.each(databases.eachSupportedId())('measures (%s)', id => {
  let portal: Awaited<ReturnType<typeof startMeasured>>;

  beforeAll(async () => {
    portal = await startMeasured({
      db: await databases.init(id),
      entities: [
        ...entities,
        {
          ...entities[4],
          metadata: { name: 'quiet', namespace: 'default', uid: 'uid-quiet' },
          relations: [{ type: 'ownedBy', targetRef: 'user:default/mock' }],
        },
      ],
    });
  });

  it('tells the measures of an entity with trend, comparison and waits', async () => {
    const { body } = await portal.get(`${CHECKOUT}/measures`).expect(200);
    expect(byId(body, 'leadTime')).toMatchObject({
      state: 'ok',
      unit: 'ms',
      n: 19,
      value: 14 * HOUR,
      percentiles: { p50: 14 * HOUR },
      excludedCount: 2,
      comparison: { verdict: 'unknown', reason: 'no-data-before' },
    });
    expect(byId(body, 'leadTime').trend.length).toBeGreaterThan(12);
    expect(byId(body, 'deploymentFrequency')).toMatchObject({ n: 20 });
    expect(body.waits.map(({ kind }: { kind: string }) => kind)).toContain(
      'reviewPickup',
    );
    expect(body.sentence.text).toMatch(
      /^Waiting for review takes .* oldest: #99, /,
    );
    expect(body.flowEfficiency).toBeGreaterThan(0);
    expect(body.coverage).toMatchObject({
      entities: 1,
      records: 41,
      subjects: [
        { annotation: 'github.com/project-slug', value: 'acme/checkout' },
      ],
      sources: expect.arrayContaining([
        {
          id: 'test',
          title: 'Test',
          annotations: expect.arrayContaining([
            expect.objectContaining({
              annotation: 'github.com/project-slug',
            }),
          ]),
        },
      ]),
    });
  });

  it('counts from the chosen start', async () => {
    const { body } = await portal
      .get(`${CHECKOUT}/measures?leadTimeStart=merged`)
      .expect(200);
    expect(byId(body, 'leadTime').value).toBe(2 * HOUR);
  });

  it('cuts short windows by the day', async () => {
    const from = new Date(daysAgo(20)).toISOString();
    const { body } = await portal
      .get(`${CHECKOUT}/measures?from=${from}`)
      .expect(200);
    expect(body.window.from).toBe(from);
    expect(byId(body, 'leadTime').trend.length).toBeLessThanOrEqual(22);
    expect(byId(body, 'leadTime').comparison.verdict).toBe('same');
  });

  it('answers a kept response until its samples change, and 304 to whoever has it', async () => {
    const first = await portal.get(`${SEARCH}/measures`).expect(200);
    await portal
      .get(`${SEARCH}/measures`)
      .set('If-None-Match', first.headers.etag)
      .expect(304);
    await portal.deliver([deployment('acme/search', 77, daysAgo(1))]);
    await portal.catchUp();
    const { body } = await portal
      .get(`${SEARCH}/measures`)
      .set('If-None-Match', first.headers.etag)
      .expect(200);
    expect(byId(body, 'deploymentFrequency').n).toBe(21);
  });

  it('tells why there is nothing for an entity without data, and never a zero', async () => {
    const { body } = await portal
      .get('/entities/component/default/quiet/measures')
      .expect(200);
    for (const measure of body.measures) {
      expect(measure).toMatchObject({
        state: 'insufficient-data',
        reason: expect.any(String),
        n: 0,
      });
      expect(measure).not.toHaveProperty('value');
    }
    expect(byId(body, 'deploymentFrequency').reason).toBe('no-deployments');
    expect(byId(body, 'ci.queue').reason).toBe('no-jobs');
    expect(body).toMatchObject({
      waits: [],
      sentence: null,
      worstJobs: [],
      coverage: { records: 0, subjects: [] },
    });
  });

  it.each([
    ['group/default/payments', 20, 1],
    ['group/default/engineering', 41, 3],
    ['system/default/shop', 41, 3],
  ])('sums %s', async (entity, deployments, most) => {
    const { body } = await portal
      .get(`/entities/${entity}/measures`)
      .expect(200);
    expect(byId(body, 'deploymentFrequency').n).toBe(deployments);
    expect(body.coverage.entities).toBeLessThanOrEqual(most);
  });

  it('tells a team what it owned then, or owns now', async () => {
    const at = daysAgo(24);
    await portal
      .db('ownerships')
      .where({
        entity_ref: 'component:default/search',
      })
      .update({ from: at });
    await portal.db('ownerships').insert({
      entity_ref: 'component:default/search',
      owner_ref: 'group:default/payments',
      from: 0,
      to: at,
    });
    const n = async (team: string, view: string) => {
      const { body } = await portal
        .get(`/entities/group/default/${team}/measures?view=${view}`)
        .expect(200);
      return byId(body, 'deploymentFrequency').n;
    };
    await expect(n('payments', 'then')).resolves.toBe(30);
    await expect(n('discovery', 'then')).resolves.toBe(11);
    await expect(n('payments', 'now')).resolves.toBe(20);
    await expect(n('discovery', 'now')).resolves.toBe(21);
  });

  it('opens the records behind a measure page by page, and those left out', async () => {
    const keys: string[] = [];
    let cursor = '';
    do {
      const { body }: { body: EntityRecordsResponse } = await portal
        .get(`${CHECKOUT}/records?measure=leadTime&limit=8${cursor}`)
        .expect(200);
      expect(body.totalItems).toBe(19);
      expect(body.excluded).toHaveLength(cursor ? 0 : 2);
      keys.push(...body.items.map(({ record }) => record.key));
      expect(JSON.stringify(body)).not.toContain('somebody');
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(new Set(keys).size).toBe(19);
    expect(keys[0]).toBe('change:test:acme/checkout:20');

    const { body } = await portal
      .get(`${CHECKOUT}/records?measure=leadTime&excluded=true&limit=1`)
      .expect(200);
    expect(body).toMatchObject({
      items: [],
      totalItems: 2,
      excluded: [{ reason: 'not-merged', text: 'It was not merged.' }],
    });
  });

  it('lists what happened, latest first', async () => {
    const { body } = await portal
      .get(`${CHECKOUT}/history?kinds=deployment&limit=3`)
      .expect(200);
    expect(body.items[0]).toMatchObject({
      key: 'deployment:test:acme/checkout:20',
      entities: ['component:default/checkout'],
    });
    expect(body.totalItems).toBe(20);
    const { body: next } = await portal
      .get(
        `${CHECKOUT}/history?kinds=deployment&limit=3&cursor=${body.nextCursor}`,
      )
      .expect(200);
    expect(next.items[0].key).toBe('deployment:test:acme/checkout:17');
    const { body: all } = await portal.get(`${CHECKOUT}/history`).expect(200);
    expect(all.totalItems).toBe(41);
    expect(JSON.stringify(all)).not.toContain('somebody');
  });

  it('tells what waits of the user, and that it is the user’s own', async () => {
    await portal.db('people').insert({
      person: 'me',
      user_ref: 'user:default/mock',
    });
    const { body } = await portal.get('/waiting').expect(200);
    expect(body.items).toMatchObject([
      { name: '#99', kind: 'reviewPickup', isMine: true },
      { name: '#99', kind: 'reviewPickup', isMine: true },
    ]);
    await portal.asService.get('/waiting').expect(403);
  });

  it('takes a verdict on a cause, and keeps it', async () => {
    await portal.deliver([incident('acme/checkout', 'P1', daysAgo(10, 4))]);
    await portal.catchUp();
    const failed = async () => {
      const { body } = await portal.get(`${CHECKOUT}/measures`).expect(200);
      return byId(body, 'changeFailRate').parts;
    };
    await expect(failed()).resolves.toEqual({ inferred: 1 });
    const link = {
      deployment: 'deployment:test:acme/checkout:18',
      incident: 'incident:test:P1',
    };
    await portal
      .post('/links/verdicts', { ...link, verdict: 'confirmed' })
      .expect(201);
    await portal.run('measure');
    await expect(failed()).resolves.toEqual({ confirmed: 1 });

    await portal
      .post('/links/verdicts', { ...link, verdict: 'rejected' })
      .expect(201);
    await portal.run('measure');
    await expect(failed()).resolves.toBeUndefined();
    const { body } = await portal
      .get(`${CHECKOUT}/records?measure=changeFailRate&excluded=true`)
      .expect(200);
    expect(body.excluded).toMatchObject([
      expect.objectContaining({ reason: expect.any(String) }),
    ]);

    await portal
      .post('/links/verdicts', {
        ...link,
        incident: 'incident:test:nobody',
        verdict: 'rejected',
      })
      .expect(404);
    const feed = await portal.asService.get('/feed?kinds=link').expect(200);
    expect(feed.body.items).toMatchObject([
      {
        type: 'causes',
        verdict: { confidence: 'rejected' },
        entities: ['component:default/checkout'],
      },
    ]);
  });

  it('tells other backends the values of what was measured again', async () => {
    await portal.get('/measure-values').expect(403);
    const { body } = await portal.asService.get('/measure-values').expect(200);
    const refs = body.items.map(
      (item: { entityRef: string }) => item.entityRef,
    );
    expect(refs.sort()).toEqual([
      'component:default/checkout',
      'component:default/search',
    ]);
    expect(body.items[0].values).toContainEqual(
      expect.objectContaining({ id: 'leadTime', unit: 'ms', n: 12 }),
    );
    const { body: later } = await portal.asService
      .get(`/measure-values?after=${body.cursor}`)
      .expect(200);
    expect(later).toEqual({ items: [], cursor: body.cursor });
  });

  it('tells the organisation and its teams by title', async () => {
    const { body, headers } = await portal.get('/overview').expect(200);
    expect(body.entities).toBeGreaterThanOrEqual(2);
    expect(byId(body, 'deploymentFrequency').n).toBe(41);
    expect(
      body.teams.map(({ entityRef }: { entityRef: string }) => entityRef),
    ).toEqual(
      expect.arrayContaining([
        'group:default/discovery',
        'group:default/payments',
      ]),
    );
    const leadTime = body.teams
      .find(
        ({ entityRef }: { entityRef: string }) =>
          entityRef === 'group:default/discovery',
      )
      .measures.find((measure: { id: string }) => measure.id === 'leadTime');
    expect(leadTime).toMatchObject({
      state: 'ok',
      p25: 14 * HOUR,
      p90: 14 * HOUR,
    });
    await portal
      .get('/overview')
      .set('If-None-Match', headers.etag)
      .expect(304);
  });

  it.each([
    [`${CHECKOUT}/measures?from=yesterday`, /'from'.*ISO 8601/],
    [`${CHECKOUT}/measures?from=2026-03-02&to=2026-03-01`, /'from'.*before/],
    [`${CHECKOUT}/measures?from=2020-01-01`, /at most 400 days/],
    [`${CHECKOUT}/measures?view=later`, /'view'/],
    [`${CHECKOUT}/measures?leadTimeStart=dream`, /'leadTimeStart'/],
    [`${CHECKOUT}/records`, /'measure'/],
    [`${CHECKOUT}/records?measure=joy`, /'measure'/],
    [`${CHECKOUT}/records?measure=leadTime&cursor=x`, /'cursor'/],
    [`${CHECKOUT}/history?kinds=change,dream`, /'kinds'/],
    ['/overview?from=%00', /NUL/],
    ['/waiting?limit=0', /'limit'/],
  ])('refuses %s', async (path, message) => {
    const { body } = await portal.get(path).expect(400);
    expect(body.error.message).toMatch(message);
  });

  it('refuses a verdict on anything else', async () => {
    const { body } = await portal
      .post('/links/verdicts', {
        deployment: 'change:test:acme/checkout:1',
        incident: 'incident:test:P1',
        verdict: 'confirmed',
      })
      .expect(400);
    expect(body.error.message).toMatch(/'deployment'/);
  });

  it('tells how many lead times count from the opening', async () => {
    const parts = async () => {
      const { body } = await portal.get(`${CHECKOUT}/measures`).expect(200);
      return byId(body, 'leadTime').parts;
    };
    await expect(parts()).resolves.toBeUndefined();
    await portal.deliver([
      change('acme/checkout', 21, daysAgo(2), { firstCommitAt: undefined }),
      deployment('acme/checkout', 21, daysAgo(2, 2)),
    ]);
    await portal.catchUp();
    await expect(parts()).resolves.toEqual({ fromOpening: 1 });
    const { body } = await portal
      .get(`${CHECKOUT}/records?measure=leadTime&limit=1`)
      .expect(200);
    expect(body.items).toMatchObject([{ part: 'fromOpening' }]);
  });

  it('names the slowest job of checks, with the page of a run, to readers and to other backends', async () => {
    const day = daysAgo(3);
    const times = (minutes: number) => ({
      createdAt: new Date(day).toISOString(),
      startedAt: new Date(day).toISOString(),
      finishedAt: new Date(day + minutes * 60_000).toISOString(),
      status: {
        state: 'completed',
        outcome: 'success',
        at: new Date(day + minutes * 60_000).toISOString(),
      },
    });
    const work = (
      runId: string,
      name: string,
      minutes: number,
      run: object,
    ) => [
      told('acme/search', day, {
        kind: 'run',
        runId,
        attempt: 1,
        headSha: 'h',
        ...times(minutes),
        ...run,
      }),
      told('acme/search', day, {
        kind: 'job',
        jobId: runId,
        runId,
        name,
        url: `https://example.com/runs/${runId}`,
        ...times(minutes),
      }),
    ];
    await portal.deliver([
      ...work('1', 'e2e', 12, { event: 'pull_request' }),
      ...work('2', 'lint', 2, { event: 'pull_request' }),
      ...work('3', 'publish', 50, { event: 'push', onDefaultBranch: true }),
    ]);
    await portal.catchUp();

    const slowest = {
      name: 'e2e',
      n: 1,
      few: true,
      p90: HOUR / 5,
      example: { duration: HOUR / 5, url: 'https://example.com/runs/1' },
    };
    const { body } = await portal.get(`${SEARCH}/measures`).expect(200);
    expect(body.slowestJob).toMatchObject(slowest);
    expect(body.worstJobs[0]).toMatchObject({
      name: 'publish',
      example: { url: 'https://example.com/runs/3' },
    });
    const values = await portal.asService.get('/measure-values').expect(200);
    expect(values.body.items).toContainEqual(
      expect.objectContaining({
        entityRef: 'component:default/search',
        slowestJob: expect.objectContaining({ name: 'e2e' }),
      }),
    );
  });

  it('answers 404 for what is not in the catalog', async () => {
    for (const path of ['measures', 'records?measure=leadTime', 'history']) {
      await portal
        .get(`/entities/component/default/nobody/${path}`)
        .expect(404);
    }
  });
});
