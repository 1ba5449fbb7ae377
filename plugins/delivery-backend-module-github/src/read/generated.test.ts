import {
  deliveryRecordSchema,
  DeliveryRecord,
} from '@fairlead/backstage-plugin-delivery-common';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { example } from '../__testUtils__/examples';
import { mergedOf } from '../__testUtils__/merged';
import { recordsOf } from '../__testUtils__/readAll';

const SCHEMA = jest.requireActual('@octokit/webhooks-schemas');

const instant = fc
  .integer({
    min: Date.parse('2025-01-01T00:00:00Z') / 1000,
    max: Date.parse('2026-01-01T00:00:00Z') / 1000,
  })
  .map(seconds => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`);

const sha = fc.stringMatching(/^[0-9a-f]{40}$/);
const id = fc.integer({ min: 1, max: 3 });

const run = fc.record({
  id,
  run_attempt: fc.integer({ min: 1, max: 3 }),
  path: fc.constantFrom('.github/workflows/ci.yml', 'dynamic/x'),
  event: fc.constantFrom('push', 'pull_request', 'schedule'),
  head_sha: sha,
  head_branch: fc.constantFrom('main', 'dev'),
  conclusion: fc.constantFrom(
    'success',
    'failure',
    'cancelled',
    'timed_out',
    'action_required',
    'stale',
    'skipped',
  ),
  created_at: instant,
  run_started_at: instant,
  updated_at: instant,
});

const step = instant.map(started_at => ({
  name: 'Set up job',
  status: 'completed',
  conclusion: 'success',
  number: 1,
  started_at,
  completed_at: started_at,
}));

const job = fc.record({
  id,
  run_id: id,
  run_attempt: fc.integer({ min: 1, max: 3 }),
  name: fc.string({ minLength: 1 }),
  conclusion: fc.constantFrom('success', 'failure', 'cancelled', 'skipped'),
  created_at: instant,
  started_at: instant,
  completed_at: instant,
  steps: fc.array(step, { maxLength: 3 }),
  runner_id: fc.option(id),
  labels: fc.array(fc.string()),
});

const deployment = fc.record({
  id,
  sha,
  environment: fc.constantFrom('production', 'prod-eu', 'staging'),
  created_at: instant,
});

const status = fc.record({
  state: fc.constantFrom(
    'pending',
    'in_progress',
    'success',
    'failure',
    'error',
    'waiting',
    'queued',
  ),
  created_at: instant,
});

const payload = fc.oneof(
  run.map(parts => {
    const told = example('workflow_run', 3);
    const { workflow_run } = told;
    return {
      ...told,
      action: 'completed',
      workflow_run: { ...workflow_run, status: 'completed', ...parts },
    };
  }),
  job.map(parts => {
    const told = example('workflow_job', 2);
    const { workflow_job } = told;
    return { ...told, workflow_job: { ...workflow_job, ...parts } };
  }),
  fc.tuple(deployment, status).map(([parts, state]) => {
    const told = example('deployment_status', 3);
    return {
      ...told,
      deployment: { ...told.deployment, ...parts },
      deployment_status: { ...told.deployment_status, ...state },
    };
  }),
);

describe('payloads that are valid by the published schemas', () => {
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  const isValid = ajv.compile(SCHEMA);

  it('give valid records, the same in any order', () => {
    fc.assert(
      fc.property(
        fc.array(payload, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (payloads, keys) => {
          for (const told of payloads) {
            expect(isValid(told) || isValid.errors).toBe(true);
          }
          const each = payloads.map(told => recordsOf([told]));
          const records: DeliveryRecord[] = each.flat();
          for (const record of records) {
            expect(deliveryRecordSchema.parse(record)).toEqual(record);
          }
          const shuffled = [...records, ...records]
            .map(record => ({ record, place: keys.next().value as number }))
            .sort((a, b) => a.place - b.place)
            .map(({ record }) => record);
          expect(mergedOf(shuffled)).toEqual(mergedOf(records));
        },
      ),
      { numRuns: 100 },
    );
  });
});
