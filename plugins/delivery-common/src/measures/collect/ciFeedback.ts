import { DeliveryHistory } from '../../history';
import { isSetOffByChange } from '../../history/checks';
import { byTexts, groupBy } from '../../history/order';
import { Change, Job, outcomeOf, Run } from '../../records';
import { elapsed } from '../../records/instant';
import { Collected } from '../types';

type Check = Run | Job;

/** The heads of a change in order, each with the time of its first push where that is known. */
function headsOf(change: Change): { sha: string; pushedAt?: string }[] {
  const heads = new Map<string, string | undefined>();
  for (const { sha, at } of change.pushes ?? []) {
    const known = heads.get(sha);
    heads.set(sha, known === undefined || at < known ? at : known);
  }
  if (change.headSha && !heads.has(change.headSha)) {
    heads.set(change.headSha, undefined);
  }
  return [...heads].map(([sha, pushedAt]) => ({ sha, pushedAt }));
}

function checksBySha(history: DeliveryHistory): Map<string, Check[]> {
  const { requiredChecks } = history.options;
  const runs = history.runs.filter(isSetOffByChange);
  const isRequired = (name: string | undefined) =>
    requiredChecks === undefined || requiredChecks.includes(name ?? '');
  const runShas = new Map(
    runs.map(({ source, repo, runId, headSha }) => [
      `${source}\n${repo}\n${runId}`,
      headSha,
    ]),
  );
  const jobs = history.jobs
    .filter(({ name }) => requiredChecks && isRequired(name))
    .map(job => ({
      ...job,
      headSha:
        job.headSha ?? runShas.get(`${job.source}\n${job.repo}\n${job.runId}`),
    }));
  const checks = [...runs.filter(run => isRequired(run.workflow)), ...jobs];
  return groupBy(
    checks.filter(({ headSha }) => headSha !== undefined),
    ({ repo, headSha }) => `${repo}\n${headSha}`,
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
    missing: 'no-runs',
  };
  const bySha = checksBySha(history);
  const seen = new Set<string>();
  const requests = history.changes
    .filter(({ number }) => number !== undefined)
    .sort(byTexts(({ key }) => [key]));
  for (const change of requests) {
    for (const { sha, pushedAt } of headsOf(change)) {
      const place = `${change.repo}\n${sha}`;
      const checks = bySha.get(place);
      if (!checks || seen.has(place)) {
        continue;
      }
      seen.add(place);
      collectHead({ change, checks, pushedAt, result });
    }
  }
  return result;
}

function collectHead(options: {
  change: Change;
  checks: Check[];
  pushedAt: string | undefined;
  result: Collected;
}) {
  const { change, checks, pushedAt, result } = options;
  const times = checks.map(c => c.finishedAt ?? c.createdAt ?? c.occurredAt);
  const at = times.sort().at(-1) as string;
  const finished = checks.filter(
    check => outcomeOf(check) !== undefined && check.finishedAt !== undefined,
  );
  const answers = finished.filter(
    check => !['cancelled', 'skipped'].includes(outcomeOf(check) ?? ''),
  );
  const answeredAt = answers
    .map(check => check.finishedAt as string)
    .sort()
    .at(-1);
  const start = pushedAt ?? checks.flatMap(c => c.createdAt ?? []).sort()[0];
  const exclude = (reason: Collected['excluded'][number]['reason']) =>
    result.excluded.push({ recordKey: change.key, at, reason });
  if (finished.length < checks.length) {
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
