import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ExcludedRecord,
  MeasureId,
  MeasureView,
} from '@fairlead/backstage-plugin-delivery-common';
import { startDelivery } from '../../__testUtils__/startDelivery';
import { change, daysAgo, incident, told } from './__testUtils__/startMeasured';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const REPO = 'acme/checkout';
const CHECKOUT = '/entities/component/default/checkout';
const HOUR = 3_600_000;

const iso = (time: number) => new Date(time).toISOString();

function deploy(environment: string, sha: string, at: number) {
  return told(REPO, at, {
    kind: 'deployment',
    externalId: `${environment} ${sha} ${at}`,
    environment,
    sha,
    createdAt: iso(at),
    statuses: [{ state: 'success', at: iso(at) }],
  });
}

/** A commit pushed to the default branch, an hour before it is deployed as `sha`. */
function push(sha: string, at: number, fields: object = {}) {
  return told(REPO, at, {
    kind: 'change',
    sha,
    mergedAt: iso(at),
    commits: [{ sha, authoredAt: iso(at) }],
    ...fields,
  });
}

describe.each(databases.eachSupportedId())('releases (%s)', id => {
  async function start(deliveries: object[]) {
    const portal = await startDelivery({
      db: await databases.init(id),
      config: { delivery: { worker: { measureInterval: { seconds: 0 } } } },
    });
    await portal.run('sync-catalog');
    const deliver = async (more: object[]) => {
      await portal.deliver(more);
      await portal.normalise();
      await portal.run('measure');
    };
    await deliver(deliveries);
    const measure = async (measureId: MeasureId) => {
      const { body } = await portal.get(`${CHECKOUT}/measures`).expect(200);
      const { state, value, n, reason, parts } = body.measures.find(
        (own: MeasureView) => own.id === measureId,
      );
      return { state, value, n, reason, parts };
    };
    const leftOut = async (measureId: MeasureId) => {
      const { body } = await portal
        .get(`${CHECKOUT}/records?measure=${measureId}&excluded=true&limit=100`)
        .expect(200);
      return body.excluded.map(
        ({ reason, text }: ExcludedRecord) => `${reason}: ${text}`,
      );
    };
    return { deliver, leftOut, measure };
  }

  const regions = [
    deploy('prod-eu', 'a', daysAgo(20, 2)),
    deploy('prod-eu', 'b', daysAgo(19, 1)),
    deploy('prod-us', 'a', daysAgo(19, 2)),
    deploy('prod-eu', 'c', daysAgo(18)),
    deploy('prod-us', 'b', daysAgo(18, 1)),
    deploy('prod-us', 'c', daysAgo(17)),
  ];

  it('that reach one region after another are released once', async () => {
    const { deliver, leftOut, measure } = await start([
      push('b', daysAgo(19)),
      push('c', daysAgo(18, -1)),
      ...regions,
    ]);
    expect(await measure('deploymentFrequency')).toMatchObject({ n: 3 });
    expect(await measure('changeFailRate')).toMatchObject({ value: 0, n: 3 });
    expect(await measure('reworkRate')).toMatchObject({ value: 0, n: 3 });
    expect(await measure('recoveryTime')).toMatchObject({
      state: 'insufficient-data',
      reason: 'no-failed-deployments',
    });
    expect(await measure('leadTime')).toMatchObject({ n: 2, value: HOUR });
    expect(await leftOut('deploymentFrequency')).toEqual(
      Array(3).fill(
        'promotion: It brought a version that was in production already to a further environment.',
      ),
    );

    await deliver([deploy('prod-us', 'b', daysAgo(17, 3))]);
    expect(await measure('changeFailRate')).toMatchObject({
      value: 1 / 3,
      n: 3,
      parts: { confirmed: 1 },
    });
    expect(await measure('recoveryTime')).toMatchObject({
      n: 1,
      value: 3 * HOUR,
    });
  });

  it('are told by names in which words of both kinds stand, or listed with what to configure', async () => {
    const { leftOut, measure } = await start([
      deploy('Production – demo-storefront', 'a', daysAgo(9)),
      deploy('integration-hub-prod', 'b', daysAgo(8)),
      deploy('local-news-prod', 'c', daysAgo(7)),
      deploy('prodEU', 'd', daysAgo(6)),
      deploy('prod-test', 'e', daysAgo(5)),
      deploy('nonprod', 'f', daysAgo(4)),
    ]);
    expect(await measure('deploymentFrequency')).toMatchObject({ n: 4 });
    expect((await leftOut('deploymentFrequency')).sort()).toEqual([
      'not-production: Its environment is not production.',
      'unknown-environment: What its environment is for is not known: name the environment in the configuration or give it a tier.',
    ]);
  });

  it('bring pushed commits that name an issue, and requests that commits name', async () => {
    const { deliver, leftOut, measure } = await start([
      deploy('production', 'a', daysAgo(9)),
      push('b', daysAgo(8), { namedNumber: 4711 }),
      deploy('production', 'b', daysAgo(8, 1)),
    ]);
    expect(await measure('leadTime')).toMatchObject({ n: 1, value: HOUR });
    expect(await leftOut('leadTime')).toEqual([]);

    await deliver([
      change(REPO, 4711, daysAgo(8), { mergeSha: undefined, headSha: 'h' }),
    ]);
    expect(await measure('leadTime')).toMatchObject({ n: 1, value: 13 * HOUR });
    expect(await leftOut('leadTime')).toEqual([
      'part-of-another-change: The commit belongs to a merged change.',
    ]);
  });

  it('did not fail by an incident that was none', async () => {
    const { deliver, leftOut, measure } = await start([
      deploy('production', 'a', daysAgo(9)),
      deploy('production', 'b', daysAgo(8)),
      incident(REPO, 'P1', daysAgo(8, 2)),
      incident(REPO, 'P2', daysAgo(20)),
    ]);
    expect(await measure('changeFailRate')).toMatchObject({ value: 1 / 2 });
    expect(await leftOut('changeFailRate')).toHaveLength(1);

    const withdrawn = (externalId: string, at: number) =>
      told(REPO, at, {
        repo: undefined,
        kind: 'incident',
        externalId,
        withdrawn: true,
      });
    await deliver([
      withdrawn('P1', daysAgo(8, 5)),
      withdrawn('P2', daysAgo(19)),
    ]);
    expect(await measure('changeFailRate')).toMatchObject({ value: 0, n: 2 });
    expect(await measure('recoveryTime')).toMatchObject({ n: 0 });
    expect(await leftOut('changeFailRate')).toEqual([]);
  });

  it('say why no lead time is told', async () => {
    const { deliver, measure } = await start([
      push('a', daysAgo(10)),
      deploy('production', 'a', daysAgo(9)),
      deploy('prod-us', 'a', daysAgo(8)),
      push('b', daysAgo(7)),
    ]);
    expect(await measure('leadTime')).toMatchObject({
      reason: 'only-first-deployment',
    });
    await deliver([deploy('prod-us', 'x', daysAgo(6))]);
    expect(await measure('leadTime')).toMatchObject({
      reason: 'none-delivered',
    });
    await deliver([
      push('b', daysAgo(7), { authorApp: 'renovate[bot]' }),
      deploy('production', 'b', daysAgo(5)),
    ]);
    expect(await measure('leadTime')).toMatchObject({ reason: 'none-counted' });
  });
});
