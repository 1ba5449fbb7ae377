import { TestDatabases } from '@backstage/backend-test-utils';
import { around, fuzzRoutes, nastyText } from '@fairlead/test-fixtures';
import fc from 'fast-check';
import { component, firing, runbook } from '../../__testUtils__/records';
import { startRunbooks } from '../../__testUtils__/startRunbooks';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const INCIDENT = 'incident:test:1';
const TIME = '2026-03-01T10:00:00.000Z';

const PARAMS = {
  alert: 'DiskFull',
  active: 'true',
  covered: 'false',
  days: '30',
  entity: 'component:default/cart',
  from: '2026-01-01',
  incident: INCIDENT,
  learning: 'open',
  limit: '2',
  mayPage: 'true',
  mine: 'true',
  open: 'true',
  owner: 'quay',
  part: 'fresh',
  q: 'disk',
  state: 'unknown',
  tier: 'normal',
};

const some = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(fields, { requiredKeys: [] });

describe.each(databases.eachSupportedId())('any request (%s)', id => {
  it('is answered without a 5xx', async () => {
    const runbooks = await startRunbooks({
      db: await databases.init(id),
      entities: [
        component('cart'),
        runbook('disk-full', {
          alerts: ['DiskFull'],
          serves: { entities: ['component:default/cart'] },
          text: '## Diagnosis\n\n- [ ] Look\n- [ ] Look again',
        }),
      ],
    });
    runbooks.tell(firing(), {
      kind: 'incident',
      key: INCIDENT,
      source: 'test',
      entityRefs: ['component:default/cart'],
      detectedAt: TIME,
      alerts: ['DiskFull'],
      responders: [],
      followUps: [],
    });
    await runbooks.sync();
    await runbooks.run('read-operations');
    const { body: registry } = await runbooks.get('/runbooks').expect(200);
    const runbookId: string = registry.items[0].id;
    const { body: use } = await runbooks
      .post('/uses', { runbook: runbookId, for: { drill: true } })
      .expect(201);

    const bodies = {
      '/lint': some({ text: nastyText }),
      '/runbooks/{id}/verifications': some({ textHash: nastyText }),
      '/uses': some({
        runbook: around(runbookId),
        for: around({ drill: true }, { incident: INCIDENT }, { alert: 'x' }),
        entity: around('component:default/cart'),
        labels: around({ namespace: 'shop' }),
        byAgent: around(true),
        startedAt: around(TIME),
        by: around('user:default/mira'),
      }),
      '/uses/{id}': some({
        step: around(use.steps[0].id),
        done: around(true, false),
        at: around(undefined, TIME),
      }),
      '/uses/{id}/finish': some({
        outcome: around('helped', 'misled'),
        note: nastyText,
        finishedAt: around(undefined, TIME),
      }),
      '/incidents/{id}/stages': some({
        moment: around('mitigated', 'published', 'resolved'),
        at: around(TIME, '2026-03-01T11:00:00.000Z', undefined),
      }),
      '/incidents/{id}/review': some({
        text: nastyText,
        url: around('https://wiki.example.com/review'),
        nothingToChange: around('It was a drill that nobody announced'),
        publish: around(true, false),
        revision: around(0, 1),
      }),
      '/incidents/{id}/changes': some({
        kind: around('runbook', 'alert', 'code', 'decision'),
        url: around('https://git.example.com/1', 'component:default/cart'),
        title: nastyText,
      }),
      '/incidents/{id}/follow-ups': some({
        title: nastyText,
        url: around('https://git.example.com/1'),
        dueAt: around('2026-04-01', TIME),
      }),
      '/incidents/{id}/follow-ups/{followUp}': some({
        closed: around(true, false),
        title: nastyText,
        dueAt: around('2026-04-01', TIME),
      }),
    };
    const placeOf = (name: string, path: string): string => {
      switch (name) {
        case 'kind':
          return path.startsWith('/teams') ? 'group' : 'component';
        case 'namespace':
          return 'default';
        case 'name':
          return path.startsWith('/teams') ? 'quay' : 'cart';
        case 'id':
          if (path.startsWith('/incidents')) {
            return INCIDENT;
          }
          return path.startsWith('/uses') ? use.id : runbookId;
        default:
          return '1';
      }
    };
    const fuzzed = fuzzRoutes({
      call: runbooks.call,
      placeOf,
      params: PARAMS,
      bodies,
      numRuns: 600,
    });
    await expect(fuzzed).resolves.toBeUndefined();
    for (const task of ['sync-catalog', 'read-operations']) {
      await runbooks.run(task);
    }
    await runbooks.get('/runbooks').expect(200);
  });

  it('of a body that is too deep or too large is refused', async () => {
    const runbooks = await startRunbooks({ db: await databases.init(id) });
    const post = (body: string) =>
      runbooks
        .call('post', '/uses')
        .set('Content-Type', 'application/json')
        .send(body);
    const deep = `{"runbook":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    for (const body of ['{', '"x"', '[]', deep]) {
      const { body: answer } = await post(body).expect(400);
      expect(answer.error.message).toMatch(/^Body/);
    }
    const large = JSON.stringify({ runbook: 'x'.repeat(6 * 1024 * 1024) });
    await post(large).expect(413);
  });
});
