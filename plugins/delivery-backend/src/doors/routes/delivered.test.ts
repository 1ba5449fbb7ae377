import { TestDatabases } from '@backstage/backend-test-utils';
import {
  change,
  daysAgo,
  startMeasured,
  told,
} from './__testUtils__/startMeasured';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const keyOf = (kind: string, number: number) =>
  `${kind}:test:acme/checkout:${number}`;

describe.each(databases.eachSupportedId())('delivered changes (%s)', id => {
  let portal: Awaited<ReturnType<typeof startMeasured>>;

  beforeAll(async () => {
    portal = await startMeasured({ db: await databases.init(id) });
  });

  const readPage = async (query: Record<string, string>) => {
    const { body } = await portal
      .call('get', '/delivered-changes', 'service')
      .query(query)
      .expect(200);
    return body;
  };

  /** All pages from a cursor on, and the cursor behind them. */
  async function readAll(from?: string) {
    const items: any[] = [];
    let page = await readPage({ limit: '7', ...(from && { after: from }) });
    items.push(...page.items);
    while (page.hasMore) {
      page = await readPage({ limit: '7', after: page.cursor });
      items.push(...page.items);
    }
    return { items, cursor: page.cursor as string };
  }

  const measureAnew = async () => {
    await portal.db('measured_entities').update({ due_at: 0 });
    await portal.catchUp();
  };

  it('are told once each, with their deployment, but for what the first one brought', async () => {
    const { items } = await readAll();
    const expected = Array.from({ length: 19 }, (_, i) => i + 2);
    for (const repo of ['acme/checkout', 'acme/search']) {
      const numbers = items
        .filter(item => item.repo === repo)
        .map(({ title }) => Number(title.replace('Change ', '')));
      expect(numbers.sort((a, b) => a - b)).toEqual(expected);
    }
    expect(items).toHaveLength(38);
    expect(items).toContainEqual({
      change: keyOf('change', 7),
      author: 'somebody',
      repo: 'acme/checkout',
      entityRef: 'component:default/checkout',
      deployment: keyOf('deployment', 7),
      deployedAt: new Date(daysAgo(44 - 2 * 6, 2)).toISOString(),
      title: 'Change 7',
      url: 'https://example.com/acme/checkout/7',
      origin: expect.objectContaining({ kind: 'person' }),
    });
  });

  it('are told anew only if they changed, and taken back if they do not hold', async () => {
    const { cursor } = await readAll();
    await measureAnew();
    expect(await readAll(cursor)).toEqual({ items: [], cursor });

    // It was deployed two hours after it was merged, and an hour before that as well, as is told late.
    const earlier = told('acme/checkout', daysAgo(1), {
      kind: 'deployment',
      externalId: 'late',
      environment: 'production',
      sha: 'acme/checkout-m9',
      createdAt: new Date(daysAgo(28, 1)).toISOString(),
      statuses: [
        { state: 'success', at: new Date(daysAgo(28, 1)).toISOString() },
      ],
    });
    // What was told to be production is another environment.
    const elsewhere = told('acme/checkout', daysAgo(1), {
      kind: 'deployment',
      externalId: '20',
      environment: 'staging',
    });
    await portal.deliver([earlier, elsewhere]);
    await portal.catchUp();
    const { items, cursor: next } = await readAll(cursor);
    expect(items).toMatchObject([
      {
        change: keyOf('change', 20),
        deployment: keyOf('deployment', 20),
        revoked: true,
      },
      {
        change: keyOf('change', 9),
        deployment: 'deployment:test:acme/checkout:late',
        deployedAt: new Date(daysAgo(28, 1)).toISOString(),
      },
    ]);
    expect(items[1]).not.toHaveProperty('revoked');
    await measureAnew();
    expect(await readAll(next)).toEqual({ items: [], cursor: next });
  });

  it('do not tell the commit of a merge beside its request', async () => {
    const { cursor } = await readAll();
    const sha = 'acme/search-m31';
    await portal.deliver([
      change('acme/search', 31, daysAgo(1), { mergeSha: sha }),
      told('acme/search', daysAgo(1), {
        kind: 'change',
        sha,
        namedNumber: 31,
        mergedAt: new Date(daysAgo(1)).toISOString(),
      }),
      told('acme/search', daysAgo(1, 1), {
        kind: 'deployment',
        externalId: '31',
        environment: 'production',
        sha,
        createdAt: new Date(daysAgo(1, 1)).toISOString(),
        statuses: [
          { state: 'success', at: new Date(daysAgo(1, 1)).toISOString() },
        ],
      }),
    ]);
    await portal.catchUp();
    const { items } = await readAll(cursor);
    expect(items).toMatchObject([{ title: 'Change 31' }]);
  });

  it('are told to services alone', async () => {
    await portal.get('/delivered-changes').expect(403);
    await portal.call('get', '/delivered-changes', 'none').expect(401);
  });
});
