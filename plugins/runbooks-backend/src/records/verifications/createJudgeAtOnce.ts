import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

/**
 * Judges the health of a runbook at once, for whoever looks at it next. What was said of it is stored by then, and due to
 * be judged: where that fails now, the schedule does it soon.
 */
export function createJudgeAtOnce(options: {
  judge: (runbookId: string) => Promise<void>;
  logger: LoggerService;
}): (runbookId: string) => Promise<void> {
  const { judge, logger } = options;
  return runbookId =>
    judge(runbookId).catch(error =>
      logger.warn(
        `The health of the runbook '${runbookId}' is judged a little later`,
        toError(error),
      ),
    );
}
