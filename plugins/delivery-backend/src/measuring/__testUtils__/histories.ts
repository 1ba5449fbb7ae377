import {
  DeliveryRecord,
  observe,
  RecordFields,
} from '@fairlead/backstage-plugin-delivery-common';
import fc from 'fast-check';

const HOUR = 3_600_000;
const REPO = 'acme/checkout';

/** A week and a half before the clocks go forward in Europe. */
export const FIRST_DAY = Date.parse('2026-03-18T08:00:00.000Z');

export const iso = (time: number) => new Date(time).toISOString();

/** What one delivery tells of a record, at the last time that is in it. */
export function told<F extends RecordFields<DeliveryRecord>>(
  fields: F,
  occurredAt: number,
): DeliveryRecord {
  return observe(fields, {
    occurredAt: iso(occurredAt),
    observedAt: iso(occurredAt),
    via: 'test',
  });
}

export function change(number: number, at: number, fields: object = {}) {
  return told(
    {
      kind: 'change',
      source: 'test',
      repo: REPO,
      number,
      openedAt: iso(at - 5 * HOUR),
      firstCommitAt: iso(at - 9 * HOUR),
      mergedAt: iso(at),
      mergeSha: `m${number}`,
      headSha: `h${number}`,
      targetBranch: 'main',
      pushes: [{ sha: `h${number}`, at: iso(at - 5 * HOUR) }],
      ...fields,
    },
    at,
  );
}

export function deployment(
  id: string,
  at: number,
  fields: { state?: 'success' | 'failure'; sha?: string } = {},
) {
  const { state = 'success', sha = `m${id}` } = fields;
  return told(
    {
      kind: 'deployment',
      source: 'test',
      repo: REPO,
      externalId: id,
      environment: 'production',
      sha,
      createdAt: iso(at - HOUR / 4),
      statuses: [{ state, at: iso(at) }],
    },
    at,
  );
}

export function incident(id: string, at: number, resolvedAt?: number) {
  return told(
    {
      kind: 'incident',
      source: 'test',
      externalId: id,
      detectedAt: iso(at),
      resolutions: resolvedAt === undefined ? [] : [iso(resolvedAt)],
    },
    resolvedAt ?? at,
  );
}

interface Attempt {
  number: number;
  attempt: number;
  at: number;
  minutes: number;
  failed: boolean;
}

/** A run on the head of a change, told when it starts and when it is done, with its job and a test. */
export function run({ number, attempt, at, minutes, failed }: Attempt) {
  const outcome = failed ? ('failure' as const) : ('success' as const);
  const end = at + minutes * 60_000;
  const common = { source: 'test', repo: REPO, runId: `${number}`, attempt };
  const name = { workflow: 'ci.yaml', headSha: `h${number}` };
  const done = {
    finishedAt: iso(end),
    status: { state: 'completed' as const, outcome, at: iso(end) },
  };
  const started = { createdAt: iso(at), startedAt: iso(at + 30_000) };
  const jobOf = {
    ...common,
    ...name,
    kind: 'job' as const,
    jobId: `${number}-${attempt}`,
    name: 'test',
  };
  return [
    told(
      { ...common, ...name, kind: 'run', event: 'push', createdAt: iso(at) },
      at,
    ),
    told({ ...jobOf, createdAt: iso(at) }, at),
    told(
      {
        ...common,
        ...name,
        ...started,
        ...done,
        kind: 'run',
        event: 'push',
        branch: 'main',
        onDefaultBranch: number % 2 === 0,
      },
      end,
    ),
    told({ ...jobOf, ...started, ...done }, end),
    told(
      {
        kind: 'test',
        source: 'test',
        run: `run:test:${REPO}:${number}:${attempt}`,
        suite: 'basket',
        case: 'adds tax',
        repo: REPO,
        headSha: `h${number}`,
        outcome,
      },
      end,
    ),
  ];
}

/** Weeks of one service: changes with runs, reruns up to a fortnight later, deployments, incidents. */
export const histories: fc.Arbitrary<DeliveryRecord[]> = fc
  .array(
    fc.record({
      pause: fc.integer({ min: 1, max: 90 }),
      minutes: fc.integer({ min: 2, max: 300 }),
      failed: fc.boolean(),
      rerunAfter: fc.option(fc.integer({ min: 1, max: 14 * 24 })),
      rerunFailed: fc.boolean(),
      delay: fc.integer({ min: 0, max: 60 }),
      state: fc.constantFrom(
        'success' as const,
        'success' as const,
        'failure' as const,
      ),
      rollback: fc.boolean(),
      incidentAfter: fc.option(fc.integer({ min: 1, max: 40 })),
      isResolved: fc.boolean(),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map(steps => {
    let now = FIRST_DAY;
    return steps.flatMap((step, i) => {
      now += step.pause * HOUR;
      const deployedAt = now + step.delay * HOUR;
      const attempt = { number: i + 1, attempt: 1, at: now - 4 * HOUR };
      const records = [
        change(i + 1, now),
        ...run({ ...attempt, minutes: step.minutes, failed: step.failed }),
        deployment(`${i + 1}`, deployedAt, { state: step.state }),
      ];
      if (step.rerunAfter !== null) {
        records.push(
          ...run({
            number: i + 1,
            attempt: 2,
            at: now + step.rerunAfter * HOUR,
            minutes: step.minutes,
            failed: step.rerunFailed,
          }),
        );
      }
      if (step.rollback && i > 0) {
        const sha = `m${i}`;
        records.push(deployment(`back-${i}`, deployedAt + HOUR, { sha }));
      }
      if (step.incidentAfter !== null) {
        const at = deployedAt + step.incidentAfter * HOUR;
        records.push(incident(`P${i}`, at));
        if (step.isResolved) {
          records.push(incident(`P${i}`, at, at + 3 * HOUR));
        }
      }
      return records;
    });
  });
