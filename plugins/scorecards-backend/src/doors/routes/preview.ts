import { isError } from '@backstage/errors';
import { defineRoute, ForCaller } from '@fairlead/backend-routes';
import { Preview } from '../../answers/preview';
import { PreviewRequestBody, PreviewSchema } from '../schema/preview';

/** Seconds. */
const RETRY_AFTER = 10;

export function createPreviewRoutes(options: { preview: Preview<ForCaller> }) {
  const { preview } = options;
  return [
    defineRoute({
      operationId: 'previewScorecard',
      summary: 'Says what a definition would do to the catalog; stores nothing',
      description:
        'A definition with problems answers 200 with them, and nothing is evaluated. Entities that change come first; a page of much text is shorter than its limit. Only a few previews run at once; more are answered 503.',
      method: 'post',
      path: '/preview',
      body: PreviewRequestBody,
      response: {
        description: 'The problems, or the outcome',
        content: { 'application/json': PreviewSchema },
      },
      errors: [413],
      async handle({ body, credentials, res }) {
        const controller = new AbortController();
        res.once('close', () => controller.abort());
        try {
          return await preview.run(
            { ...body, signal: controller.signal },
            { credentials },
          );
        } catch (error) {
          if (controller.signal.aborted) {
            return undefined;
          }
          if (isError(error) && error.name === 'ServiceUnavailableError') {
            res.setHeader('Retry-After', RETRY_AFTER);
          }
          throw error;
        }
      },
    }),
  ];
}
