import { LoggerService } from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import { createPauses } from '@fairlead/background-work';
import { ScorecardInForce } from '../definitions/ScorecardDefinitions';
import { judge, Judgement } from './judge';
import { Subject } from './Subject';

const RETRY_AFTER = 15 * 60_000;

/** Judges a batch. An entity that cannot be judged keeps its results and is tried again later; the others go on. */
export async function judgeAll(
  subjects: readonly Subject[],
  options: {
    scorecards: readonly ScorecardInForce[];
    now: number;
    logger: LoggerService;
  },
): Promise<Judgement[]> {
  const { scorecards, now, logger } = options;
  const pauses = createPauses();
  const judgements: Judgement[] = [];
  for (const subject of subjects) {
    try {
      judgements.push(await judge(subject, scorecards, { now, pauses }));
    } catch (error) {
      assertError(error);
      logger.error(`Failed to evaluate '${subject.entityRef}'`, error);
      judgements.push({
        subject,
        changed: [],
        confirmed: [],
        gone: [],
        nextChangeAt: now + RETRY_AFTER,
      });
    }
  }
  return judgements;
}
