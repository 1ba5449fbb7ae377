import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import {
  claiming,
  startMatching,
  TestRecord,
  testRecord,
} from '../../__testUtils__/startMatching';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const MONO = { 'github.com/project-slug': 'acme/mono' };
const cart = claiming('cart', { ...MONO, 'fairlead.dev/paths': 'cart/**' });
const stock = claiming('stock', {
  ...MONO,
  'fairlead.dev/paths': 'stock/**',
  'fairlead.dev/service': 'stock-api',
});
const whole = claiming('whole', MONO);
const other = claiming('other', { 'github.com/project-slug': 'acme/other' });

const change = (
  number: number,
  fields: Record<string, unknown>,
  paths?: string[],
) => testRecord({ kind: 'change', number, ...fields }, { paths });
const run = (runId: string, headSha: string) =>
  testRecord({ kind: 'run', runId, attempt: 1, headSha });

describe.each(databases.eachSupportedId())('matchRecords (%s)', id => {
  async function start() {
    return startMatching({ knex: await databases.init(id) });
  }

  it('gives records to the entities that claim a subject of theirs, whatever its case', async () => {
    const { db, matches, put, store } = await start();
    await put(whole, other);
    await store(
      change(1, {}),
      testRecord(
        { kind: 'incident', externalId: 'i1' },
        { subjects: [{ annotation: 'pagerduty.com/service-id', value: 'P1' }] },
      ),
    );
    expect(await matches()).toEqual(['change:1 > whole']);
    const subjects = await db('subjects').orderBy('annotation');
    expect(
      subjects.map(({ value, matched }) => [value, Boolean(matched)]),
    ).toEqual([
      ['acme/mono', true],
      ['p1', false],
    ]);
  });

  it('gives the parts of a repository the changes that touch them', async () => {
    const { matches, put, store } = await start();
    await put(cart, stock);
    await store(
      change(1, {}, ['cart/a.ts']),
      change(2, {}, ['cart/a.ts', 'stock/b.ts']),
      change(3, {}, ['docs/c.md']),
      change(4, {}),
    );
    expect(await matches()).toEqual([
      'change:1 > cart',
      'change:2 > cart',
      'change:2 > stock',
      'change:4 > cart',
      'change:4 > stock',
    ]);
  });

  it('lets runs and deployments follow the change of their commit, whichever comes first', async () => {
    const { matches, put, rematch, store } = await start();
    await put(cart, stock);
    await store(
      run('r1', 'head'),
      testRecord({ kind: 'deployment', externalId: 'd1', sha: 'merge' }),
    );
    expect(await matches()).toHaveLength(4);
    await store(
      change(
        1,
        {
          headSha: 'head',
          mergeSha: 'merge',
          mergedAt: '2026-06-01T10:00:00.000Z',
        },
        ['cart/a.ts'],
      ),
    );
    await store(run('r2', 'head'));
    await rematch.run();
    expect(await matches()).toEqual([
      'change:1 > cart',
      'deployment:d1 > cart',
      'run:r1 > cart',
      'run:r2 > cart',
    ]);
  });

  it('finds the paths of a pull request in the push that merged it', async () => {
    const { matches, put, rematch, store } = await start();
    await put(cart, stock);
    await store(change(1, { headSha: 'head' }), run('r1', 'head'));
    const push = testRecord(
      { kind: 'change', sha: 'merge' },
      { paths: ['stock/b.ts'] },
    );
    await store(push);
    await rematch.run();
    expect(await matches()).toHaveLength(5);
    const merged = {
      headSha: 'head',
      mergeSha: 'merge',
      mergedAt: '2026-06-01T10:00:00.000Z',
    };
    await store(change(1, merged));
    await rematch.run();
    expect(await matches()).toEqual([
      'change:1 > stock',
      'change:merge > stock',
      'run:r1 > stock',
    ]);
  });

  it.each([
    ['before the merge is known', [0, 1]],
    ['after it', [1, 0]],
  ])(
    'finds the paths of a request in a commit that names it, %s',
    async (_, order) => {
      const { matches, put, rematch, store } = await start();
      await put(cart, stock);
      const told = [
        testRecord(
          { kind: 'change', sha: 'picked', namedNumber: 1 },
          { paths: ['stock/b.ts'] },
        ),
        change(1, { headSha: 'head', mergedAt: '2026-06-01T10:00:00.000Z' }),
      ];
      await store(change(1, { headSha: 'head' }), run('r1', 'head'));
      for (const index of order) {
        await store(told[index]);
      }
      await rematch.run();
      expect(await matches()).toEqual([
        'change:1 > stock',
        'change:picked > stock',
        'run:r1 > stock',
      ]);
    },
  );

  it('finds nothing of a request that is not merged in a commit that names its number', async () => {
    const { matches, put, rematch, store } = await start();
    await put(cart, stock);
    await store(
      testRecord(
        { kind: 'change', sha: 'fix', namedNumber: 1 },
        { paths: ['stock/b.ts'] },
      ),
      change(1, { headSha: 'head' }),
    );
    await rematch.run();
    expect(await matches()).toEqual([
      'change:1 > cart',
      'change:1 > stock',
      'change:fix > stock',
    ]);
  });

  it('takes a service that is named for what is meant in a shared repository', async () => {
    const { matches, put, store } = await start();
    await put(cart, stock, whole);
    const named = testRecord({ kind: 'deployment', externalId: 'd1' });
    named.subjects.push({
      annotation: 'fairlead.dev/service',
      value: 'stock-api',
    });
    await store(named);
    expect(await matches()).toEqual(['deployment:d1 > stock']);
  });

  it('answers the entities that a record is lost by as well', async () => {
    const { put, store } = await start();
    await put(cart, stock);
    await store(change(1, {}));
    const refs = await store(change(1, {}, ['cart/a.ts']));
    expect([...refs.values()]).toEqual([
      ['component:default/cart', 'component:default/stock'],
    ]);
  });

  it('matches again what claims concern that come, change and go, and marks the days of both sides', async () => {
    const { clock, db, entities, marked, matches, put, rematch, store } =
      await start();
    await store(change(1, {}, ['cart/a.ts']), run('r1', 'x'));
    expect(await matches()).toEqual([]);

    await put(whole);
    expect(await rematch.run()).toBe(2);
    expect(await matches()).toEqual(['change:1 > whole', 'run:r1 > whole']);
    expect(await marked()).toEqual(['whole']);
    // Two that were stored, and both again: readers of the feed see records with their entities.
    expect(
      (await db('records').orderBy('position')).map(row =>
        Number(row.position),
      ),
    ).toEqual([3, 4]);

    clock.now += 1;
    await db('changed_days').delete();
    await put({ ...whole, metadata: { ...whole.metadata, title: 'New' } });
    expect(await rematch.run()).toBe(0);

    await put(cart, {
      ...whole,
      metadata: { ...whole.metadata, annotations: {} },
    });
    await rematch.run();
    expect(await matches()).toEqual(['change:1 > cart', 'run:r1 > cart']);
    expect(await marked()).toEqual(['cart', 'whole']);

    await entities.remove(['component:default/cart']);
    await rematch.run();
    expect(await matches()).toEqual([]);
    const [{ matched }] = await db('subjects');
    expect(Boolean(matched)).toBe(false);
  });

  it('goes on where it stopped, and twice at once', async () => {
    const { db, matches, put, rematch, store } = await start();
    await store(
      ...Array.from({ length: 1_200 }, (_, n) => run(`r${n}`, `s${n}`)),
    );
    await put(whole);
    const stopped = new AbortController();
    stopped.abort();
    await expect(rematch.run({ signal: stopped.signal })).rejects.toThrow();
    await Promise.all([rematch.run(), rematch.run()]);
    expect(await matches()).toHaveLength(1_200);
    expect(await db('rematches')).toEqual([]);
  });

  it('ends the same in whatever order records and entities arrive, also at once', async () => {
    const portal = await start();
    const { db, entities, matches, put, rematch, store } = portal;
    const merged = { mergedAt: '2026-06-01T10:00:00.000Z' };
    const records: TestRecord[] = [
      change(1, { headSha: 'h1', mergeSha: 'm1', ...merged }),
      change(
        2,
        {
          headSha: 'h2',
          pushes: [{ sha: 'h1', at: '2026-06-01T09:00:00.000Z' }],
        },
        ['stock/a'],
      ),
      change(3, { headSha: 'h3' }, ['docs/a']),
      testRecord({ kind: 'change', sha: 'm1' }, { paths: ['cart/a'] }),
      run('r1', 'h1'),
      run('r2', 'h2'),
      run('r3', 'h3'),
      run('r4', 'unknown'),
      testRecord({ kind: 'job', jobId: 'j1', headSha: 'h3' }),
      testRecord({ kind: 'deployment', externalId: 'd1', sha: 'm1' }),
    ];
    const steps = [
      ...records.map(record => () => store(record)),
      ...[cart, stock, other].map(entity => () => put(entity)),
      () => rematch.run(),
    ];
    type Step = () => Promise<unknown>;
    async function oneByOne(order: readonly Step[]) {
      for (const step of order) {
        await step();
      }
    }
    async function play(
      order: readonly Step[],
      how: (order: readonly Step[]) => Promise<unknown> = oneByOne,
    ) {
      for (const table of [
        'records',
        'subjects',
        'record_subjects',
        'record_entities',
        'record_commits',
        'rematches',
      ]) {
        await db(table).delete();
      }
      await entities.remove(
        ['cart', 'stock', 'other'].map(name => `component:default/${name}`),
      );
      await how(order);
      await rematch.run();
      return matches();
    }
    const atOnce = (order: readonly Step[]) =>
      Promise.all(order.map(step => step()));
    const expected = await play(steps);
    expect(expected).toEqual([
      'change:1 > cart',
      'change:1 > stock',
      'change:2 > stock',
      'change:m1 > cart',
      'deployment:d1 > cart',
      'deployment:d1 > stock',
      'run:r1 > cart',
      'run:r1 > stock',
      'run:r2 > stock',
      'run:r4 > cart',
      'run:r4 > stock',
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(steps, { minLength: steps.length }),
        fc.constantFrom(oneByOne, atOnce),
        async (order, how) => {
          expect(await play(order, how)).toEqual(expected);
        },
      ),
      { numRuns: 12 },
    );
  });
});
