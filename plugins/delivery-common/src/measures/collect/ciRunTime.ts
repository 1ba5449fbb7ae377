import { DeliveryHistory } from '../../history';
import { outcomeOf, Run } from '../../records';
import { elapsed } from '../../records/instant';
import { ExclusionReason } from '../reasons';
import { Collected } from '../types';

function exclusionOf(run: Run): ExclusionReason | undefined {
  const outcome = outcomeOf(run);
  if (outcome === undefined || run.finishedAt === undefined) {
    return 'not-finished';
  }
  if (outcome === 'cancelled' || outcome === 'skipped') {
    return outcome;
  }
  if (outcome === 'unknown') {
    return 'unknown-outcome';
  }
  if (run.startedAt === undefined) {
    return 'no-start';
  }
  return run.startedAt > run.finishedAt ? 'negative' : undefined;
}

/** One sample for each attempt that ran to an end: from its own start to its finish. */
export function collectCiRunTime(history: DeliveryHistory): Collected {
  const result: Collected = {
    id: 'ci.runTime',
    samples: [],
    excluded: [],
    marks: [],
    missing: 'no-runs',
  };
  for (const run of history.runs) {
    const at = run.finishedAt ?? run.occurredAt;
    const reason = exclusionOf(run);
    if (reason) {
      result.excluded.push({ recordKey: run.key, at, reason });
    } else {
      result.samples.push({
        recordKey: run.key,
        at,
        value: elapsed(run.startedAt as string, at),
        evidence: [],
      });
    }
  }
  return result;
}
