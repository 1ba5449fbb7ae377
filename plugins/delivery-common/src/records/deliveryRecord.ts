import { z } from 'zod';
import { Alert, alertSchema } from './alert';
import { Approval, approvalSchema } from './approval';
import { Change, changeSchema } from './change';
import { Deployment, deploymentSchema } from './deployment';
import { Incident, incidentSchema } from './incident';
import { Job, jobSchema } from './job';
import { Link, linkSchema } from './link';
import { RecordFields } from './recordBase';
import { stringifyRecordKey } from './recordKey';
import { Run, runSchema } from './run';
import { TestResult, testResultSchema } from './testResult';

/** Any record of delivery. @public */
export type DeliveryRecord =
  | Change
  | Run
  | Job
  | Approval
  | Deployment
  | Incident
  | Alert
  | TestResult
  | Link;

/** Accepts a {@link DeliveryRecord}. @public */
export const deliveryRecordSchema = z.discriminatedUnion('kind', [
  changeSchema,
  runSchema,
  jobSchema,
  approvalSchema,
  deploymentSchema,
  incidentSchema,
  alertSchema,
  testResultSchema,
  linkSchema,
]) satisfies z.ZodType<DeliveryRecord>;

function keyParts(record: RecordFields<DeliveryRecord>): (string | number)[] {
  const { source } = record;
  switch (record.kind) {
    case 'change':
      return [source, record.repo, record.number ?? record.sha ?? ''];
    case 'run':
      return [source, record.repo, record.runId, record.attempt];
    case 'job':
      return [source, record.jobId];
    case 'approval':
      return [source, record.approvalId];
    case 'deployment':
      return [source, record.repo, record.externalId];
    case 'incident':
      return [source, record.externalId];
    case 'alert':
      return [source, record.fingerprint, record.startsAt];
    case 'test':
      return [source, record.run, record.suite, record.case];
    case 'link':
      return [record.type, record.from, record.to];
    default:
      throw new TypeError(`Unknown record ${JSON.stringify(record)}`);
  }
}

/** The key of a record, from the fields that identify it. @public */
export function recordKeyOf(record: RecordFields<DeliveryRecord>): string {
  return stringifyRecordKey(record.kind, keyParts(record));
}
