import { AuditorService } from '@backstage/backend-plugin-api';
import { asUser, audited, defineRoute } from '@fairlead/backend-routes';
import {
  AnswerRequestSchema,
  AttestationDecision,
  AttestationPath,
  AttestationSchema,
} from '../schema/attestations';
import { AuthorizedAttestations } from '../../judging/attestations/AuthorizedAttestations';

export function createAttestationRoutes(options: {
  attestations: AuthorizedAttestations;
  auditor: AuditorService;
}) {
  const { attestations, auditor } = options;
  return [
    defineRoute({
      operationId: 'answerQuestion',
      summary: 'Answers the question of a check about an entity, for a team',
      method: 'post',
      path: '/attestations',
      body: AnswerRequestSchema,
      allow: ['user'],
      response: {
        status: 201,
        description:
          'The answer, which takes the place of an earlier one of the team',
        content: { 'application/json': AttestationSchema },
      },
      errors: [404, 413],
      handle: async ({ body, credentials, req }) =>
        audited(
          auditor,
          {
            eventId: 'attestation-create',
            request: req,
            severityLevel: 'medium',
            meta: {
              scorecardRef: body.scorecardRef,
              checkId: body.checkId,
              entityRef: body.entityRef,
              choice: body.choice,
            },
          },
          () => attestations.answer(body, asUser(credentials)),
        ),
    }),

    defineRoute({
      operationId: 'settleAnswers',
      summary: 'Settles which of answers that contradict each other holds',
      method: 'post',
      path: '/attestations/:id/decisions',
      params: AttestationPath,
      body: AttestationDecision,
      allow: ['user'],
      response: {
        description: 'The answer that holds',
        content: { 'application/json': AttestationSchema },
      },
      errors: [404, 409, 413],
      handle: async ({ params, body, credentials, req }) =>
        audited(
          auditor,
          {
            eventId: 'attestation-update',
            request: req,
            severityLevel: 'medium',
            meta: { id: params.id, decision: body.decision },
          },
          () =>
            attestations.settle(
              { id: params.id, reason: body.reason },
              asUser(credentials),
            ),
        ),
    }),
  ];
}
