import { DeliveryHistory } from '../../history';
import { endingsOf, Run, RunEnding } from '../../records';
import { elapsed } from '../../records/instant';
import { ExclusionReason } from '../reasons';
import { Collected } from '../types';

function exclusionOf(
  startedAt: string | undefined,
  { outcome, at }: RunEnding,
): ExclusionReason | undefined {
  if (outcome === 'cancelled' || outcome === 'skipped') {
    return outcome;
  }
  if (outcome === 'unknown') {
    return 'unknown-outcome';
  }
  if (startedAt === undefined) {
    return 'no-start';
  }
  return startedAt > at ? 'negative' : undefined;
}

/**
 * One sample for each attempt that ran to an end: from its own start to its finish. Where a run goes on after it ended,
 * only the start of its first attempt is told.
 */
export function collectCiRunTime(history: DeliveryHistory): Collected {
  const result: Collected = {
    id: 'ci.runTime',
    samples: [],
    excluded: [],
    marks: [],
    missing: history.runs.length > 0 ? 'no-answered-runs' : 'no-runs',
  };
  for (const run of history.runs) {
    const ends = endingsOf(run);
    if (ends.length === 0) {
      const at = run.finishedAt ?? run.occurredAt;
      result.excluded.push({ recordKey: run.key, at, reason: 'not-finished' });
    }
    ends.forEach((end, i) =>
      collectEnd(run, { ...end, isFirst: i === 0 }, result),
    );
  }
  return result;
}

function collectEnd(
  { key, startedAt }: Run,
  end: RunEnding & { isFirst: boolean },
  result: Collected,
) {
  const { at, isFirst } = end;
  const start = isFirst ? startedAt : undefined;
  const reason = exclusionOf(start, end);
  if (reason) {
    result.excluded.push({ recordKey: key, at, reason });
  } else {
    result.samples.push({
      recordKey: key,
      at,
      value: elapsed(start as string, at),
      evidence: [],
    });
  }
}
