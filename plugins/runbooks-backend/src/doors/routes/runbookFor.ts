import { AuthenticationError } from '@backstage/errors';
import { defineRoute, ForCaller, parseInput } from '@fairlead/backend-routes';
import { RunbookForAnswers } from '../../answers/for';
import {
  RunbookForParams,
  RunbookForQuery,
  RunbookForSchema,
} from '../schema/alerts';

/** Where alerts point: an address that stays the same however runbooks move. */
export const RUNBOOK_FOR_PATH = '/for';

export function createRunbookForRoutes(options: {
  /** Where this Backstage is reached by people. */
  portalUrl?: string;
  runbookFor: RunbookForAnswers<ForCaller>;
}) {
  const { portalUrl, runbookFor } = options;
  return [
    defineRoute({
      operationId: 'getRunbookFor',
      summary: 'Leads to the runbook of an alert on an entity',
      description:
        'Put it into the annotations of alerts. A browser is led to the page of the portal, which asks for a sign-in; programs get JSON and need credentials.',
      method: 'get',
      path: RUNBOOK_FOR_PATH,
      query: RunbookForParams,
      allow: ['user', 'service', 'none'],
      response: {
        description: 'The runbook, or why there is none',
        content: { 'application/json': RunbookForSchema },
      },
      errors: [404],
      async handle({ query, credentials, req, res }) {
        res.vary('Accept');
        if (portalUrl && req.accepts(['json', 'html']) === 'html') {
          const asked = new URLSearchParams(
            Object.entries(query).filter(([, text]) => text),
          );
          res.redirect(
            302,
            `${portalUrl.replace(/\/+$/, '')}/runbooks/for?${asked}`,
          );
          return undefined;
        }
        if ((credentials.principal as { type?: string }).type === 'none') {
          throw new AuthenticationError('Missing credentials');
        }
        return runbookFor.find(parseInput(RunbookForQuery, query, 'Query'), {
          credentials,
        });
      },
    }),
  ];
}
