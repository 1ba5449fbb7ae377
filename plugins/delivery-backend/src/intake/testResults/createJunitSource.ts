import { stringifyRecordKey } from '@fairlead/backstage-plugin-delivery-common';
import {
  DeliverySource,
  Observation,
  parsePayload,
  Subject,
} from '@fairlead/backstage-plugin-delivery-node';
import { createHash } from 'node:crypto';
import { ENTITY_REF_ANNOTATION } from '../../catalog/entities/readClaims';
import { TestReport, testReportSchema } from './TestReport';

/** The annotations under which a repository may be known; the report does not say where it lies. */
const REPOSITORIES = ['github.com/project-slug', 'gitlab.com/project-slug'];

/** Reads the test reports that are posted. */
export function createJunitSource(): DeliverySource {
  return {
    id: 'junit',
    title: 'Test reports (JUnit XML)',
    typeOf: () => 'testReport',
    // The same report sent again comes at another time.
    keyOf(payload) {
      const { reportedAt, ...rest } = payload as unknown as TestReport;
      return createHash('sha256')
        .update(JSON.stringify(rest))
        .digest('base64url');
    },
    read: ({ payload }) => readReport(parsePayload(testReportSchema, payload)),
  };
}

function readReport(report: TestReport): Observation[] {
  const { repo, sha, runId, attempt, runSource, reportedAt } = report;
  const run = stringifyRecordKey('run', [runSource, repo, runId, attempt]);
  const subjects = readSubjects(report);
  return report.cases.map(one => ({
    record: {
      kind: 'test',
      source: 'junit',
      run,
      repo,
      headSha: sha,
      suite: one.suite,
      case: one.case,
      outcome: one.outcome,
      flaky: one.flaky,
      durationMs: one.durationMs,
    },
    occurredAt: reportedAt,
    subjects,
  }));
}

function readSubjects({ repo, entityRef }: TestReport): Subject[] {
  return [
    ...REPOSITORIES.map(annotation => ({ annotation, value: repo })),
    ...(entityRef
      ? [{ annotation: ENTITY_REF_ANNOTATION, value: entityRef }]
      : []),
  ];
}
