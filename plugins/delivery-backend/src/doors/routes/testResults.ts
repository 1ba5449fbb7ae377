import { AuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { JsonValue } from '@backstage/types';
import { TestResultsResponse } from '@fairlead/backstage-plugin-delivery-common';
import {
  defineRoute,
  findVisibleRefs,
  Senders,
} from '@fairlead/backend-routes';
import { inPages } from '@fairlead/bulk-sql';
import { MIMEType } from 'node:util';
import { Inbox } from '../../intake/inbox';
import {
  TestResultsQuery,
  TestResultsRequest,
  TestResultsResponseSchema,
} from '../schema/testResults';
import { SourceRegistry } from '../../intake/sources/SourceRegistry';
import { decodeXml } from '../../intake/testResults/decodeXml';
import { parseJunit } from '../../intake/testResults/parseJunit';
import { TestReport } from '../../intake/testResults/TestReport';
import { unknownEntityMessage } from '../../catalog/visibility';

const MAX_BYTES = 5 * 1024 * 1024;

/** Each makes a record, and a delivery is read without a break. */
const CASES_IN_DELIVERY = 100;

/** The source that reads the reports. */
const JUNIT = 'junit';

export function createTestResultRoutes(options: {
  auth: AuthService;
  catalog: CatalogService;
  inbox: Inbox;
  senders: Senders;
  sources: SourceRegistry;
}) {
  const { inbox, senders, sources } = options;
  return [
    defineRoute({
      operationId: 'postTestResults',
      summary: 'Takes a JUnit XML report',
      description:
        'Makes a record of each test case, by which flaky tests are found. The same report sent again is not stored again. What is not understood of it is counted in the answer.',
      method: 'post',
      path: '/test-results',
      query: TestResultsQuery,
      body: TestResultsRequest,
      bodyLimit: MAX_BYTES,
      bytes: true,
      mediaTypes: ['application/xml', 'text/xml'],
      response: {
        status: 202,
        description: `How many deliveries of up to ${CASES_IN_DELIVERY} test cases it made`,
        content: { 'application/json': TestResultsResponseSchema },
      },
      errors: [413],
      async handle({
        body,
        query,
        credentials,
        req,
      }): Promise<TestResultsResponse> {
        await senders.assertSender(JUNIT, { credentials });
        const named = query.entityRef ? [query.entityRef] : [];
        const visible = await findVisibleRefs(named, {
          ...options,
          credentials,
        });
        const hidden = named.find(ref => !visible.has(ref));
        if (hidden) {
          throw new InputError(
            `Query 'entityRef': ${unknownEntityMessage(hidden)}`,
          );
        }
        const charset = charsetOf(req.get('Content-Type'));
        const { cases, ignored } = await parseJunit(
          decodeXml(body, { charset }),
        );
        const reportedAt = new Date().toISOString();
        const reports = Array.from(
          inPages(cases, CASES_IN_DELIVERY),
          (some): TestReport => ({ ...query, reportedAt, cases: [...some] }),
        );
        const received = await inbox.receive(
          sources.get(JUNIT)!,
          reports as unknown as JsonValue[],
          { via: 'http' },
        );
        return { ...received, testCases: cases.length, ignored };
      },
    }),
  ];
}

function charsetOf(contentType: string = ''): string | undefined {
  try {
    return new MIMEType(contentType).params.get('charset') ?? undefined;
  } catch {
    return undefined;
  }
}
