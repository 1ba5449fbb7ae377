import { AuditorService } from '@backstage/backend-plugin-api';
import { asUser, audited, defineRoute } from '@fairlead/backend-routes';
import { AuthorizedJourneyAnswers } from '../../answers/journeys';
import { AuthorizedTemplateRuns } from '../../records/runs';
import { ChangedJourneySchema, TaskPath } from '../schema/journeys';

export function createRunRoutes(options: {
  auditor: AuditorService;
  journeyAnswers: AuthorizedJourneyAnswers;
  templateRuns: AuthorizedTemplateRuns;
}) {
  const { auditor, journeyAnswers, templateRuns } = options;
  return [
    defineRoute({
      operationId: 'startTask',
      summary: 'Starts the scaffolder template of a task',
      description:
        'For people alone, with their own rights at the scaffolder. A run that goes on is left to go on; the task is done when it ends well.',
      method: 'post',
      path: '/journeys/:id/tasks/:task/start',
      params: TaskPath,
      allow: ['user'],
      response: {
        description: 'The journey as it is then',
        content: { 'application/json': ChangedJourneySchema },
      },
      errors: [404, 409],
      handle: async ({ params, credentials, req }) =>
        journeyAnswers.tell(
          await audited(
            auditor,
            {
              eventId: 'task-start',
              severityLevel: 'medium',
              request: req,
              meta: { ...params },
            },
            () =>
              templateRuns.start(params.id, params.task, asUser(credentials)),
          ),
          { credentials },
        ),
    }),
  ];
}
