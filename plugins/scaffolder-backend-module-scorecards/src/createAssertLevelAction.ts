import {
  ConflictError,
  InputError,
  NotFoundError,
  ResponseError,
} from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { isolated } from '@fairlead/bidi-text';
import { ScorecardsService } from '@fairlead/backstage-plugin-scorecards-node';
import { examples } from './examples';

/**
 * Asks as the person who runs the template, so that nothing is told of what they may not see. What is not known is no
 * pass. A dry run says what it would come to, and goes on, since what is filled in there is often made up.
 */
export function createAssertLevelAction(options: {
  scorecards: Pick<ScorecardsService, 'checkGate'>;
}) {
  const { scorecards } = options;
  return createTemplateAction({
    id: 'fairlead:scorecards:assert-level',
    description:
      'Goes on only when an entity is known to hold a level of a scorecard, or certain checks of it; else fails and says what is missing.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z
            .string()
            .describe("An entity ref, such as 'component:default/checkout'"),
        scorecardRef: z =>
          z.string().describe("A scorecard, such as 'production-readiness'"),
        level: z =>
          z.string().optional().describe('The level that it is to hold'),
        checks: z =>
          z
            .array(z.string())
            .optional()
            .describe('The ids of checks that it is to hold'),
      },
      output: {
        holds: z => z.boolean().describe('False in a dry run that would fail'),
        reason: z => z.string().describe('The answer in a sentence'),
        missing: z =>
          z.array(z.string()).describe('The ids of the checks in the way'),
      },
    },
    async handler(context) {
      const { entityRef, ...gate } = context.input;
      const credentials = await context.getInitiatorCredentials();
      const { entities } = await told(
        scorecards.checkGate(
          { ...gate, entityRefs: [entityRef] },
          { credentials },
        ),
      );
      const [{ holds, reason, missing }] = entities;
      if (holds !== true && !context.isDryRun) {
        throw new ConflictError(
          isolated`'${entityRef}' does not pass. ${reason}`,
        );
      }
      context.logger.info(`${entityRef}: ${reason}`);
      context.output('holds', holds === true);
      context.output('reason', reason);
      context.output(
        'missing',
        missing.map(({ checkId }) => checkId),
      );
    },
  });
}

/** What the backend refuses, in its own words: those of the response say but its status. */
async function told<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ResponseError) {
      const { statusCode, cause } = error;
      if (statusCode === 400) {
        throw new InputError(cause.message);
      }
      if (statusCode === 404) {
        throw new NotFoundError(cause.message);
      }
    }
    throw error;
  }
}
