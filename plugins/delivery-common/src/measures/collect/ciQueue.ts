import { DeliveryHistory } from '../../history';
import { groupBy } from '../../history/order';
import { Approval, Job, outcomeOf } from '../../records';
import { millis } from '../../records/instant';
import { clip, Span, total, unite } from '../../spans';
import { ExclusionReason } from '../reasons';
import { Collected } from '../types';

/** The time before a job's start in which it waited for people and not for a machine. */
function approvalWait(job: Job, approvals: Approval[], queued: Span): number {
  const asked = approvals
    .filter(({ requestedAt }) => requestedAt !== undefined)
    .map(({ requestedAt, decidedAt }) => ({
      from: millis(requestedAt as string),
      to: decidedAt ? millis(decidedAt) : queued.to,
    }));
  const told = (job.waitingSince ?? []).map(since => ({
    from: millis(since),
    to: queued.to,
  }));
  return total(
    unite(
      (asked.length > 0 ? asked : told)
        .map(span => clip(span, queued))
        .filter(span => span !== undefined),
    ),
  );
}

function exclusionOf(job: Job): ExclusionReason | undefined {
  if (outcomeOf(job) === 'skipped') {
    return 'skipped';
  }
  if (job.startedAt === undefined) {
    return 'not-started';
  }
  if (job.createdAt === undefined) {
    return 'no-start';
  }
  return job.startedAt < job.createdAt ? 'negative' : undefined;
}

/** One sample for each started job: from its creation to its first start, without waiting for approval. */
export function collectCiQueue(history: DeliveryHistory): Collected {
  const result: Collected = {
    id: 'ci.queue',
    samples: [],
    excluded: [],
    marks: [],
    missing: history.jobs.length > 0 ? 'no-job-times' : 'no-jobs',
  };
  const approvals = groupBy(
    history.approvals.filter(({ runId }) => runId !== undefined),
    ({ source, runId }) => `${source}\n${runId}`,
  );
  for (const job of history.jobs) {
    const at = job.startedAt ?? job.createdAt ?? job.occurredAt;
    const reason = exclusionOf(job);
    if (reason) {
      result.excluded.push({ recordKey: job.key, at, reason });
      continue;
    }
    const queued = { from: millis(job.createdAt as string), to: millis(at) };
    const own = approvals.get(`${job.source}\n${job.runId}`) ?? [];
    result.samples.push({
      recordKey: job.key,
      at,
      value: queued.to - queued.from - approvalWait(job, own, queued),
      evidence: own.map(({ key }) => key),
    });
  }
  return result;
}
