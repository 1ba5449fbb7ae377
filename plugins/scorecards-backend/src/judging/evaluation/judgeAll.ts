import { LoggerService } from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import { createPauses } from '@fairlead/background-work';
import { ScorecardInForce } from '../definitions/ScorecardDefinitions';
import { judge, Judgement } from './judge';
import { Candidate } from './Candidate';

const RETRY_AFTER = 15 * 60_000;

/** Judges a batch. An entity that cannot be judged keeps its results and is tried again later; the others go on. */
export async function judgeAll(
  candidates: readonly Candidate[],
  options: {
    scorecards: readonly ScorecardInForce[];
    now: number;
    logger: LoggerService;
  },
): Promise<Judgement[]> {
  const { scorecards, now, logger } = options;
  const pauses = createPauses();
  const judgements: Judgement[] = [];
  for (const candidate of candidates) {
    try {
      judgements.push(await judge(candidate, scorecards, { now, pauses }));
    } catch (error) {
      assertError(error);
      logger.error(`Failed to evaluate '${candidate.entityRef}'`, error);
      judgements.push({
        candidate,
        changed: [],
        confirmed: [],
        gone: [],
        nextChangeAt: now + RETRY_AFTER,
      });
    }
  }
  return judgements;
}
