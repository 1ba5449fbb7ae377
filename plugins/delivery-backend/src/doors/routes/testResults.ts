import { defineRoute } from '@fairlead/backend-routes';
import { MIMEType } from 'node:util';
import {
  AuthorizedTestReports,
  CASES_IN_DELIVERY,
} from '../../intake/testResults/AuthorizedTestReports';
import {
  TestResultsQuery,
  TestResultsRequest,
  TestResultsResponseSchema,
} from '../schema/testResults';

const MAX_BYTES = 5 * 1024 * 1024;

export function createTestResultRoutes(options: {
  testReports: AuthorizedTestReports;
}) {
  const { testReports } = options;
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
      handle: async ({ body, query, credentials, req }) =>
        testReports.put(
          {
            about: query,
            xml: body,
            charset: charsetOf(req.get('Content-Type')),
          },
          { credentials },
        ),
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
