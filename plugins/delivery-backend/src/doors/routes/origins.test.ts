import { TestDatabases } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  MeasureId,
  MeasureView,
  WaitView,
} from '@fairlead/backstage-plugin-delivery-common';
import { startDelivery } from '../../__testUtils__/startDelivery';
import {
  change,
  daysAgo,
  deployment,
  told,
} from './__testUtils__/startMeasured';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const REPO = 'acme/checkout';
const CHECKOUT = '/entities/component/default/checkout';

const HELPED = [{ name: 'Co-authored-by', value: 'Claude Opus 4.7 <a@b.org>' }];

/** By whom each of the changes was made; the first comes with the first deployment seen. */
const AUTHORS = [
  { author: 'ann' },
  { author: 'ann' },
  { author: 'bea', trailers: HELPED, approvers: ['ann'], reviewers: ['ann'] },
  { author: 'x', authorApp: 'claude[bot]' },
  { author: 'x', authorApp: 'copilot-swe-agent[bot]' },
  { author: 'y', authorApp: 'renovate[bot]' },
  { author: 'z', authorApp: 'acme-sync[bot]' },
  {},
];

const DELIVERIES = AUTHORS.flatMap((fields, i) => [
  change(REPO, i + 1, daysAgo(20 - i), fields),
  // Renovate's change and that of the sync are deployed together.
  ...(fields.authorApp === 'renovate[bot]'
    ? []
    : [deployment(REPO, i + 1, daysAgo(20 - i, i + 1))]),
]);

describe.each(databases.eachSupportedId())('origins (%s)', id => {
  async function start(delivery: JsonObject = {}) {
    const portal = await startDelivery({
      db: await databases.init(id),
      config: {
        delivery: { worker: { measureInterval: { seconds: 0 } }, ...delivery },
      },
    });
    await portal.run('sync-catalog');
    const deliver = async (deliveries: object[]) => {
      await portal.deliver(deliveries);
      await portal.normalise();
      await portal.run('measure');
    };
    await deliver(DELIVERIES);
    const read = async (origin?: string) => {
      const { body } = await portal
        .get(`${CHECKOUT}/measures`)
        .query({ ...(origin && { origin }) })
        .expect(200);
      const of = (measure: MeasureId): MeasureView =>
        body.measures.find((own: MeasureView) => own.id === measure);
      return { ...body, of };
    };
    const records = async (query: object) => {
      const { body } = await portal
        .get(`${CHECKOUT}/records`)
        .query({ limit: 100, ...query })
        .expect(200);
      return body;
    };
    return { deliver, portal, read, records };
  }

  it('count people, agents and whoever is not known, and keep the others apart', async () => {
    const { read, records } = await start();
    const { of, origins } = await read();
    expect(of('leadTime')).toMatchObject({ n: 5, state: 'ok' });
    const { excluded } = await records({ measure: 'leadTime' });
    expect(
      excluded.map(({ reason, record }: any) => [record.number, reason]).sort(),
    ).toEqual([
      [1, 'seed-deployment'],
      [6, 'dependency-bot'],
      [7, 'automation'],
    ]);
    expect(origins).toEqual({
      n: 7,
      byOrigin: {
        person: 2,
        agent: 2,
        'dependency-bot': 1,
        automation: 1,
        unknown: 1,
      },
      assisted: 1,
      agentShare: 0.5,
      agentShareOf: 4,
      few: true,
    });
    // Deployments count whoever made their changes.
    expect(of('deploymentFrequency').n).toBe(7);
  });

  it.each([
    ['person', 2, 3],
    ['agent', 2, 2],
    ['dependency-bot', 1, 0],
    ['automation', 1, 0],
    ['unknown', 1, 1],
  ])('are read unmixed as %s', async (origin, leadTimes, deployments) => {
    const { read, records } = await start();
    const { of, waits, waitCounts, worstJobs } = await read(origin);
    expect(of('leadTime').n).toBe(leadTimes);
    expect(of('deploymentFrequency').count).toBe(deployments);
    const isSeed = origin === 'person';
    expect(waitCounts.n).toBe(isSeed ? leadTimes + 1 : leadTimes);
    expect(waits.every((wait: WaitView) => wait.of <= waitCounts.n)).toBe(true);
    expect(of('ci.runTime')).toMatchObject({ n: 0, reason: 'not-by-origin' });
    expect(worstJobs).toEqual([]);
    const { items, excluded } = await records({ measure: 'leadTime', origin });
    expect(
      items.map((item: any) => [item.origin, item.record.origin.kind]),
    ).toEqual(Array(leadTimes).fill([origin, origin]));
    expect(excluded.map(({ reason }: any) => reason)).toContain('other-origin');
    const deployed = await records({ measure: 'deploymentFrequency', origin });
    expect(deployed.excluded.map(({ reason }: any) => reason)).toContain(
      'mixed-origins',
    );
  });

  it('are shown with their evidence and without any person', async () => {
    const { portal, records } = await start();
    const { items } = await records({ measure: 'leadTime' });
    const helped = items.find(({ record }: any) => record.number === 3).record;
    expect(helped.origin).toEqual({
      kind: 'person',
      assistedBy: ['Claude'],
      confidence: 'medium',
      evidence: [
        { from: 'trailer', value: 'Co-authored-by: Claude Opus 4.7 <a@b.org>' },
      ],
    });
    expect(helped).not.toHaveProperty('reviewers');
    expect(helped).not.toHaveProperty('approvers');
    const feed = await portal.asService
      .get('/feed?kinds=change&limit=100')
      .expect(200);
    expect(
      feed.body.items.find(({ number }: any) => number === 4).origin,
    ).toMatchObject({
      kind: 'agent',
      evidence: [{ from: 'author', value: 'claude[bot]' }],
    });
  });

  it('of a request take in what is told of the commit that merged it', async () => {
    const { deliver, records } = await start();
    await deliver([
      told(REPO, daysAgo(19), {
        kind: 'change',
        sha: `${REPO}-m2`,
        mergedAt: new Date(daysAgo(19)).toISOString(),
        trailers: [{ name: 'Assisted-by', value: 'Cursor' }],
      }),
    ]);
    const { items } = await records({ measure: 'leadTime' });
    const { record } = items.find((item: any) => item.record.number === 2);
    expect(record.origin.assistedBy).toEqual(['Cursor']);
  });

  it('follow what is reported, whatever they looked like', async () => {
    const { deliver, read } = await start();
    await deliver([
      told(REPO, daysAgo(1), {
        kind: 'change',
        number: 2,
        reportedOrigin: { kind: 'agent', tool: 'Acme Coder' },
      }),
    ]);
    const { origins } = await read();
    expect(origins.byOrigin).toMatchObject({ person: 1, agent: 3 });
  });

  it('know a tool of the installation by one more line', async () => {
    const { read } = await start({
      origins: [{ title: 'Acme', kind: 'agent', logins: ['acme-sync'] }],
    });
    const { of, origins } = await read();
    expect(origins.byOrigin).toMatchObject({ agent: 3 });
    expect(of('leadTime').n).toBe(6);
  });

  it('say why nothing is left where all was made by others', async () => {
    const { read } = await start({
      origins: [
        { title: 'A', kind: 'dependency-bot', logins: ['claude', 'acme-sync'] },
      ],
    });
    const { of } = await read('automation');
    expect(of('leadTime')).toMatchObject({
      state: 'insufficient-data',
      reason: 'none-of-origin',
    });
  });
});
