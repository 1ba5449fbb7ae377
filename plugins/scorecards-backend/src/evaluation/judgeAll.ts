import { LoggerService } from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import { ScorecardInForce } from '../definitions/ScorecardDefinitions';
import { judge, Judgement } from './judge';
import { Subject } from './Subject';

const RETRY_AFTER = 15 * 60_000;

/** Judges a batch. An entity that cannot be judged keeps its results and is tried again later; the others go on. */
export function judgeAll(
  subjects: readonly Subject[],
  options: {
    scorecards: readonly ScorecardInForce[];
    now: number;
    logger: LoggerService;
  },
): Judgement[] {
  const { scorecards, now, logger } = options;
  return subjects.map(subject => {
    try {
      return judge(subject, scorecards, now);
    } catch (error) {
      assertError(error);
      logger.error(`Failed to evaluate '${subject.entityRef}'`, error);
      return {
        subject,
        changed: [],
        confirmed: [],
        gone: [],
        nextChangeAt: now + RETRY_AFTER,
      };
    }
  });
}
