import { AuditorService } from '@backstage/backend-plugin-api';
import { audited, defineRoute } from '@fairlead/backend-routes';
import { AuthorizedLinkVerdicts } from '../../records/links/AuthorizedLinkVerdicts';
import { LinkVerdictBody } from '../schema/overview';

export function createLinkRoutes(options: {
  auditor: AuditorService;
  verdicts: AuthorizedLinkVerdicts;
}) {
  const { auditor, verdicts } = options;
  return [
    defineRoute({
      operationId: 'giveLinkVerdict',
      summary: 'Confirms or rejects that a deployment caused an incident',
      description:
        'For the team that owns an entity of the incident, or for those who may judge all. What a person says outranks what is inferred, and the latest of several verdicts counts.',
      method: 'post',
      path: '/links/verdicts',
      body: LinkVerdictBody,
      response: {
        status: 201,
        description: 'The verdict as it was taken',
        content: { 'application/json': LinkVerdictBody },
      },
      errors: [404],
      handle: async ({ body, credentials, req }) =>
        audited(
          auditor,
          {
            eventId: 'link-verdict',
            severityLevel: 'medium',
            request: req,
            meta: body,
          },
          async () => {
            await verdicts.give(body, { credentials });
            return body;
          },
        ),
    }),
  ];
}
