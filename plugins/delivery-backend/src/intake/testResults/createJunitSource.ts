import { stringifyRecordKey } from '@fairlead/backstage-plugin-delivery-common';
import {
  DeliverySource,
  Observation,
  parsePayload,
  RepositoryAnnotation,
  Subject,
} from '@fairlead/backstage-plugin-delivery-node';
import { createHash } from 'node:crypto';
import { ENTITY_REF_ANNOTATION } from '../../catalog/entities/readClaims';
import { SourceRegistry } from '../sources/SourceRegistry';
import { TestReport, testReportSchema } from './TestReport';

/**
 * Reads the test reports that are posted.
 *
 * @param options - `sources` with the annotations under which a repository may be known: a report does not say where its
 *   repository lies
 */
export function createJunitSource(options: {
  sources: Pick<SourceRegistry, 'naming'>;
}): DeliverySource {
  return {
    id: 'junit',
    title: 'Test reports (JUnit XML)',
    typeOf: () => 'testReport',
    // Leave out the time of arrival: the same report sent again must be recognised.
    keyOf(payload) {
      const { reportedAt, ...rest } = payload as unknown as TestReport;
      return createHash('sha256')
        .update(JSON.stringify(rest))
        .digest('base64url');
    },
    read: ({ payload }) =>
      readReport(
        parsePayload(testReportSchema, payload),
        options.sources.naming().repositories,
      ),
  };
}

function readReport(
  report: TestReport,
  repositories: readonly RepositoryAnnotation[],
): Observation[] {
  const { repo, sha, runId, attempt, runSource, reportedAt } = report;
  const run = stringifyRecordKey('run', [runSource, repo, runId, attempt]);
  const subjects = readSubjects(report, repositories);
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

function readSubjects(
  { repo, entityRef }: TestReport,
  repositories: readonly RepositoryAnnotation[],
): Subject[] {
  return [
    ...repositories.map(({ annotation }) => ({ annotation, value: repo })),
    ...(entityRef
      ? [{ annotation: ENTITY_REF_ANNOTATION, value: entityRef }]
      : []),
  ];
}
