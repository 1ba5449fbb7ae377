import { AuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { JsonValue } from '@backstage/types';
import { IntakeResponse } from '@fairlead/backstage-plugin-delivery-common';
import {
  defineRoute,
  findVisibleRefs,
  Senders,
} from '@fairlead/backend-routes';
import { inPages } from '@fairlead/bulk-sql';
import { z } from 'zod';
import { Inbox } from '../inbox';
import { IntakeResponseSchema } from '../schema/events';
import { TestResultsQuery } from '../schema/testResults';
import { SourceRegistry } from '../sources/SourceRegistry';
import { parseJunit } from '../testResults/parseJunit';
import { TestReport } from '../testResults/TestReport';
import { unknownEntityMessage } from '../visibility';

const MAX_BYTES = 5 * 1024 * 1024;

/** Each makes a record, and all records of a delivery are in hand at once. */
const CASES_IN_DELIVERY = 500;

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
        'Makes a record of each test case, by which flaky tests are found. The same report sent again is not stored again.',
      method: 'post',
      path: '/test-results',
      query: TestResultsQuery,
      body: z.string().min(1),
      bodyLimit: MAX_BYTES,
      mediaTypes: ['application/xml', 'text/xml'],
      response: {
        status: 202,
        description: `How many deliveries of up to ${CASES_IN_DELIVERY} test cases it made`,
        content: { 'application/json': IntakeResponseSchema },
      },
      errors: [413],
      async handle({ body, query, credentials }): Promise<IntakeResponse> {
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
        const reportedAt = new Date().toISOString();
        const reports = Array.from(
          inPages(parseJunit(body), CASES_IN_DELIVERY),
          (cases): TestReport => ({ ...query, reportedAt, cases: [...cases] }),
        );
        return inbox.receive(
          sources.get(JUNIT)!,
          reports as unknown as JsonValue[],
          { via: 'http' },
        );
      },
    }),
  ];
}
