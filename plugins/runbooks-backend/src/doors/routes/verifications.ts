import { AuditorService } from '@backstage/backend-plugin-api';
import { asUser, audited, defineRoute } from '@fairlead/backend-routes';
import { AuthorizedVerifications } from '../../records/verifications';
import {
  RunbookVerificationSchema,
  UsePath,
  VerifyRunbookBody,
} from '../schema/uses';

export function createVerificationRoutes(options: {
  auditor: AuditorService;
  verifications: AuthorizedVerifications;
}) {
  const { auditor, verifications } = options;
  return [
    defineRoute({
      operationId: 'verifyRunbook',
      summary: 'Says that one has read a runbook and that it holds',
      description:
        'For people alone: software, also where it acts for a person, verifies nothing.',
      method: 'post',
      path: '/runbooks/:id/verifications',
      params: UsePath,
      body: VerifyRunbookBody,
      allow: ['user'],
      response: {
        status: 201,
        description: 'That it was verified now',
        content: { 'application/json': RunbookVerificationSchema },
      },
      errors: [404, 409],
      handle: async ({ params, body, credentials, req }) =>
        audited(
          auditor,
          {
            eventId: 'runbook-verify',
            severityLevel: 'medium',
            request: req,
            meta: { id: params.id },
          },
          () =>
            verifications.give(
              { runbookId: params.id, ...body },
              asUser(credentials),
            ),
        ),
    }),
  ];
}
