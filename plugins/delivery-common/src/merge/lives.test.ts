import {
  DeliveryRecord,
  Deployment,
  RecordFields,
  settleDeployment,
} from '../records';
import { mergeAll } from './mergeRecords';
import { observe } from './observe';

const at = (minute: number) =>
  new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString();

function told(
  minute: number,
  fields: RecordFields<DeliveryRecord>,
  receivedAt = minute,
) {
  return observe(fields, {
    occurredAt: at(minute),
    observedAt: at(receivedAt),
    via: 'github.webhook',
  });
}

const job = { kind: 'job', source: 'github', jobId: '7' } as const;
const run = {
  kind: 'run',
  source: 'github',
  repo: 'acme/shop',
  runId: '4812',
} as const;
const deployment = {
  kind: 'deployment',
  source: 'github',
  repo: 'acme/shop',
  externalId: '31',
} as const;

function mergedBothWays(records: DeliveryRecord[]) {
  const merged = mergeAll(records);
  expect(mergeAll([...records].reverse())).toEqual(merged);
  return merged;
}

describe('the life of a record', () => {
  it('leaves no job stuck when queued arrives after completed', () => {
    const [merged] = mergedBothWays([
      told(0, { ...job, status: { state: 'queued', at: at(0) } }, 9),
      told(0, { ...job, status: { state: 'waiting', at: at(0) } }, 8),
      told(5, {
        ...job,
        finishedAt: at(5),
        status: { state: 'completed', outcome: 'success', at: at(5) },
      }),
    ]);
    expect(merged).toMatchObject({
      status: { state: 'completed', outcome: 'success' },
      finishedAt: at(5),
    });
  });

  it('never replaces a terminal status, even by one that claims to be later', () => {
    const [merged] = mergedBothWays([
      told(5, {
        ...job,
        status: { state: 'completed', outcome: 'failure', at: at(5) },
      }),
      told(6, { ...job, status: { state: 'in_progress', at: at(6) } }),
    ]);
    expect(merged).toMatchObject({ status: { outcome: 'failure' } });
  });

  it('takes the later of two terminal outcomes and the first time of finishing', () => {
    const [merged] = mergedBothWays([
      told(5, {
        ...run,
        attempt: 1,
        finishedAt: at(5),
        status: { state: 'completed', outcome: 'cancelled', at: at(5) },
      }),
      told(6, {
        ...run,
        attempt: 1,
        finishedAt: at(6),
        status: { state: 'completed', outcome: 'failure', at: at(6) },
      }),
    ]);
    expect(merged).toMatchObject({
      status: { outcome: 'failure' },
      finishedAt: at(5),
    });
  });

  it('makes a higher attempt a record of its own', () => {
    const merged = mergedBothWays([
      told(1, { ...run, attempt: 1 }),
      told(9, { ...run, attempt: 2 }),
    ]);
    expect(merged.map(record => record.key)).toEqual([
      'run:github:acme/shop:4812:1',
      'run:github:acme/shop:4812:2',
    ]);
  });

  it('lets the later title win even if it arrives first', () => {
    const change = {
      kind: 'change',
      source: 'github',
      repo: 'acme/shop',
      number: 42,
    } as const;
    const [merged] = mergedBothWays([
      told(8, { ...change, title: 'Add a basket', labels: [] }, 8),
      told(2, { ...change, title: 'WIP', labels: ['draft'] }, 12),
    ]);
    expect(merged).toMatchObject({ title: 'Add a basket', labels: [] });
  });

  it('takes the first success of a deployment and ignores inactive days later', () => {
    const status = (state: 'in_progress' | 'success' | 'inactive', m: number) =>
      told(m, { ...deployment, statuses: [{ state, at: at(m) }] });
    const [merged] = mergedBothWays([
      status('in_progress', 1),
      status('success', 4),
      status('inactive', 6 * 24 * 60),
    ]);
    expect(settleDeployment(merged as Deployment)).toEqual({
      outcome: 'success',
      startedAt: at(1),
      finishedAt: at(4),
      attempts: [{ startedAt: at(1), finishedAt: at(4), outcome: 'success' }],
    });
  });

  it('keeps a failed and then retried deployment as two attempts of one record', () => {
    const merged = mergedBothWays([
      told(1, {
        ...deployment,
        statuses: [
          { state: 'in_progress', at: at(1) },
          { state: 'failure', at: at(3) },
        ],
      }),
      told(10, {
        ...deployment,
        statuses: [
          { state: 'in_progress', at: at(10) },
          { state: 'success', at: at(14) },
        ],
      }),
    ]);
    expect(merged).toHaveLength(1);
    expect(settleDeployment(merged[0] as Deployment)).toEqual({
      outcome: 'success',
      startedAt: at(10),
      finishedAt: at(14),
      attempts: [
        { startedAt: at(1), finishedAt: at(3), outcome: 'failure' },
        { startedAt: at(10), finishedAt: at(14), outcome: 'success' },
      ],
    });
  });

  it('keeps a deployment delivered that was in production and then failed', () => {
    const statuses = [
      { state: 'success' as const, at: at(3) },
      { state: 'failure' as const, at: at(9) },
    ];
    const [merged] = mergedBothWays([told(9, { ...deployment, statuses })]);
    expect(settleDeployment(merged as Deployment)).toMatchObject({
      outcome: 'success',
      finishedAt: at(3),
    });
  });

  it('does not let an inferred link undo what a person rejected', () => {
    const link = {
      kind: 'link',
      source: 'fairlead',
      type: 'causes',
      from: 'deployment:github:acme/shop:31',
      to: 'incident:pagerduty:P1',
    } as const;
    const [merged] = mergedBothWays([
      told(3, { ...link, verdict: { confidence: 'rejected', at: at(3) } }),
      told(9, { ...link, verdict: { confidence: 'inferred', at: at(9) } }),
    ]);
    expect(merged).toMatchObject({ verdict: { confidence: 'rejected' } });
  });
});
