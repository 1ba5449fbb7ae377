import { DeliveryHistory } from '../../history';
import { groupBy } from '../../history/order';
import { endingsOf, Run } from '../../records';
import { elapsed } from '../../records/instant';
import { ExclusionReason } from '../reasons';
import { Collected, Mark } from '../types';

const startOf = (run: Run) => run.startedAt ?? run.createdAt ?? run.occurredAt;

/** Why it is not known what the attempts of a run, in order, lost. */
function unknownLoss(attempts: readonly Run[]): ExclusionReason | undefined {
  if (attempts.some(({ endings }) => endings?.length)) {
    return 'attempts-not-told';
  }
  const [first] = attempts;
  if (first.attempt > 1) {
    return 'first-attempt-not-seen';
  }
  const isUnderWay = attempts.length === 1 && endingsOf(first).length === 0;
  return isUnderWay ? 'not-finished' : undefined;
}

/**
 * One sample for each run: the time of its superseded attempts and of the pauses after them. Of a run whose first
 * attempt was not seen, or whose source tells its attempts as one, nobody knows what was lost.
 */
export function collectRerunLoss(history: DeliveryHistory): Collected {
  const cap = history.options.rerunGapCap;
  const result: Collected = {
    id: 'ci.rerunLoss',
    samples: [],
    excluded: [],
    marks: [],
  };
  const mark = (kind: Mark['kind'], run: Run, text: string) =>
    result.marks.push({ kind, at: startOf(run), recordKey: run.key, text });
  const runs = groupBy(history.runs, ({ source, repo, runId }) =>
    JSON.stringify([source, repo, runId]),
  );
  for (const unordered of runs.values()) {
    const attempts = [...unordered].sort((a, b) => a.attempt - b.attempt);
    const unknown = unknownLoss(attempts);
    if (unknown) {
      const [{ key }] = attempts;
      const at = startOf(attempts[0]);
      result.excluded.push({ recordKey: key, at, reason: unknown });
      continue;
    }
    let lost = 0;
    attempts.slice(0, -1).forEach((attempt, i) => {
      const next = attempts[i + 1];
      const end = attempt.finishedAt ?? startOf(next);
      const gap = Math.max(0, elapsed(end, startOf(next)));
      lost += Math.max(0, elapsed(startOf(attempt), end)) + Math.min(gap, cap);
      if (gap > cap) {
        mark('capped-gap', next, 'The pause before this attempt was cut off.');
      }
      if (next.attempt > attempt.attempt + 1) {
        mark('missing-attempt', next, 'An attempt before this was not seen.');
      }
    });
    result.samples.push({
      recordKey: attempts[0].key,
      at: startOf(attempts[0]),
      value: lost,
      part: attempts.length > 1 ? 'rerun' : undefined,
      evidence: attempts.map(({ key }) => key),
    });
  }
  return { ...result, missing: missingLoss(history, result) };
}

function missingLoss({ runs }: DeliveryHistory, { excluded }: Collected) {
  if (runs.length === 0) {
    return 'no-runs' as const;
  }
  return excluded.every(({ reason }) => reason === 'not-finished')
    ? ('no-finished-runs' as const)
    : ('no-attempts' as const);
}
