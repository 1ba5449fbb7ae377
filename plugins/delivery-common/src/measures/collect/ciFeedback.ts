import { DeliveryHistory } from '../../history';
import { begunAt, isBeforeMerge, isCheck } from '../../history/checks';
import { commitPlace, commitPlaces } from '../../history/commitPlaces';
import { byTexts, groupBy } from '../../history/order';
import { Change, endingsOf, Job, Run, RunEnding } from '../../records';
import { elapsed } from '../../records/instant';
import { InsufficientReason } from '../reasons';
import { Collected } from '../types';
import { runsById } from './flaky';

/** A run or a job that may have to end before a change can merge. */
interface Check {
  key: string;
  repo?: string;
  headSha?: string;
  createdAt?: string;
  begunAt?: string;
  occurredAt: string;
  endings: RunEnding[];
}

/** The heads of a change in order, each with the time of its first push where that is known. */
function headsOf(change: Change): { sha: string; pushedAt?: string }[] {
  const heads = new Map<string, string | undefined>(
    change.pushes?.map(({ sha, at }) => [sha, at]),
  );
  if (change.headSha && !heads.has(change.headSha)) {
    heads.set(change.headSha, undefined);
  }
  return [...heads].map(([sha, pushedAt]) => ({ sha, pushedAt }));
}

const toCheck = (work: Run | Job, begun: string | undefined): Check => ({
  key: work.key,
  repo: work.repo,
  headSha: work.headSha,
  createdAt: work.createdAt,
  begunAt: begun,
  occurredAt: work.occurredAt,
  endings: endingsOf(work),
});

/** All runs that can be checks; with required checks only those, be they named after their workflow or their job. */
function checksBySha(history: DeliveryHistory): Map<string, Check[]> {
  const { requiredChecks } = history.options;
  const isRequired = (name: string | undefined) =>
    requiredChecks === undefined || requiredChecks.includes(name ?? '');
  const runs = history.runs
    .filter(run => isCheck(run) && isRequired(run.workflow))
    .map(run => toCheck(run, begunAt(run)));
  const runOf = runsById(history.runs);
  const jobs = history.jobs
    .filter(({ name }) => requiredChecks !== undefined && isRequired(name))
    .flatMap(job => {
      const run = runOf(job);
      const headSha = job.headSha ?? run?.headSha;
      return run && !isCheck(run)
        ? []
        : [toCheck({ ...job, headSha }, job.createdAt ?? job.startedAt)];
    });
  return groupBy(
    [...runs, ...jobs].filter(({ headSha }) => headSha !== undefined),
    ({ repo, headSha }) => commitPlace(repo, headSha),
  );
}

/**
 * One sample for each head commit of a pull or merge request: from its first push to the finish of its last required
 * check, queues and reruns included. Runs are matched by commit, never by the list of pull requests in their payload.
 */
export function collectCiFeedback(history: DeliveryHistory): Collected {
  const result: Collected = {
    id: 'ci.feedback',
    samples: [],
    excluded: [],
    marks: [],
  };
  const bySha = checksBySha(history);
  const seen = new Set<string>();
  const requests = history.changes
    .filter(({ number }) => number !== undefined)
    .sort(byTexts(({ key }) => [key]));
  for (const change of requests) {
    for (const { sha, pushedAt } of headsOf(change)) {
      const place = `${change.repo}\n${sha}`;
      const checks = commitPlaces(change.repo, sha)
        .flatMap(found => bySha.get(found) ?? [])
        .filter(check => isBeforeMerge(check.begunAt, change));
      if (checks.length === 0 || seen.has(place)) {
        continue;
      }
      seen.add(place);
      collectHead({ change, checks, pushedAt, result });
    }
  }
  return { ...result, missing: missingFeedback(history, result) };
}

function missingFeedback(
  { runs, jobs }: DeliveryHistory,
  { excluded }: Collected,
): InsufficientReason {
  if (runs.length === 0 && jobs.length === 0) {
    return 'no-runs';
  }
  return excluded.length > 0 ? 'no-answered-checks' : 'no-checks';
}

/** The end of a check: what is tried again after the merge tells the change nothing any more. */
function endOf({ endings }: Check, change: Change): RunEnding | undefined {
  const [first] = endings;
  return endings.filter(({ at }) => isBeforeMerge(at, change)).at(-1) ?? first;
}

function collectHead(options: {
  change: Change;
  checks: Check[];
  pushedAt: string | undefined;
  result: Collected;
}) {
  const { change, checks, pushedAt, result } = options;
  const ends = checks.map(check => endOf(check, change));
  const at = checks
    .map((check, i) => ends[i]?.at ?? check.createdAt ?? check.occurredAt)
    .sort()
    .at(-1) as string;
  const answeredAt = ends
    .filter(end => end !== undefined)
    .filter(({ outcome }) => !['cancelled', 'skipped'].includes(outcome))
    .map(end => end.at)
    .sort()
    .at(-1);
  const start = pushedAt ?? checks.flatMap(c => c.createdAt ?? []).sort()[0];
  const exclude = (reason: Collected['excluded'][number]['reason']) =>
    result.excluded.push({ recordKey: change.key, at, reason });
  if (ends.includes(undefined)) {
    exclude('not-finished');
  } else if (answeredAt === undefined) {
    exclude('cancelled');
  } else if (start === undefined) {
    exclude('no-start');
  } else if (start > answeredAt) {
    exclude('negative');
  } else {
    if (pushedAt === undefined) {
      result.marks.push({
        kind: 'push-time-inferred',
        at: start,
        recordKey: change.key,
        text: 'The push was not seen; the creation of its first run stands for it.',
      });
    }
    result.samples.push({
      recordKey: change.key,
      at: answeredAt,
      value: elapsed(start, answeredAt),
      evidence: checks.map(({ key }) => key),
    });
  }
}
