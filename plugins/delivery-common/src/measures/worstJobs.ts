import { TimeWindow, within } from '../calendar';
import { DeliveryHistory } from '../history';
import { isCheck } from '../history/checks';
import { groupBy } from '../history/order';
import { isFailure, outcomeOf } from '../records';
import { elapsed } from '../records/instant';
import { runsById } from './collect/flaky';
import { FEWEST } from './few';
import { percentile } from './percentile';

/** How one job of a workflow did over a window. @public */
export interface JobSummary {
  /** Absent where its source does not tell it. */
  repo?: string;
  workflow?: string;
  name: string;
  /** How many of its runs ended in success, failure or a timeout. */
  n: number;
  /** How many of those failed. */
  failed: number;
  /** The share of those that failed. */
  failureRate: number;
  /** They are so few that a share says too much: tell `failed` of `n`. */
  few?: true;
  /** On how many commits it both failed and succeeded. */
  flakyCommits: number;
  /** Run time in milliseconds. */
  p50?: number;
  p90?: number;
  /** The milliseconds it ran in all. */
  total: number;
  /** The run that took about as long as `p90`: one that can be opened to see where the time goes. */
  example?: JobExample;
}

/** One run of a job, to look at. @public */
export interface JobExample {
  recordKey: string;
  /** When it was finished. */
  at: string;
  /** In milliseconds. */
  duration: number;
  /** Its page, where the source tells one. */
  url?: string;
}

/** One run of one job that ended in success, failure or a timeout. @public */
export interface JobTrial {
  recordKey: string;
  /** When it was finished. */
  at: string;
  repo?: string;
  workflow?: string;
  name: string;
  /** Its commit, or the record itself where that is not known. */
  sha: string;
  failed: boolean;
  /** In milliseconds. */
  duration: number;
  /** It belongs to a run that a change waits for, and not to one of the default branch, the clock or a release. */
  ofCheck?: true;
}

/** Reads how often and how long the jobs of a history ran. @public */
export function collectJobTrials(history: DeliveryHistory): JobTrial[] {
  const runOf = runsById(history.runs);
  return history.jobs.flatMap((job): JobTrial[] => {
    const outcome = outcomeOf(job);
    const { key, name, startedAt, finishedAt } = job;
    const isConclusive = outcome === 'success' || isFailure(outcome);
    if (!name || !finishedAt || !isConclusive) {
      return [];
    }
    const run = runOf(job);
    return [
      {
        recordKey: key,
        at: finishedAt,
        name,
        repo: job.repo ?? run?.repo,
        workflow: job.workflow ?? run?.workflow,
        sha: job.headSha ?? run?.headSha ?? key,
        failed: isFailure(outcome),
        duration: startedAt ? Math.max(0, elapsed(startedAt, finishedAt)) : 0,
        ...(run && isCheck(run) && { ofCheck: true }),
      },
    ];
  });
}

/**
 * The jobs of a window by the time they take in all, the most first.
 *
 * @public
 */
export function worstJobs(
  trials: readonly JobTrial[],
  options: { window: TimeWindow; limit?: number; fewest?: number },
): JobSummary[] {
  const { window, limit = 10, fewest = FEWEST } = options;
  return summariseJobs(trials, { window, fewest })
    .sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1))
    .slice(0, limit);
}

/**
 * The job that holds up the answer to a push the longest: of the jobs of checks, where it is told which these are, the one
 * with the longest time in nine of ten runs. One of few runs is taken only where there is no other.
 *
 * @public
 */
export function slowestJob(
  trials: readonly JobTrial[],
  options: { window: TimeWindow; fewest?: number },
): JobSummary | undefined {
  const { window, fewest = FEWEST } = options;
  const checks = trials.filter(({ ofCheck }) => ofCheck);
  const jobs = summariseJobs(checks.length > 0 ? checks : trials, {
    window,
    fewest,
  }).filter(({ p90 = 0 }) => p90 > 0);
  const [slowest] = jobs.sort(
    (a, b) =>
      Number(a.few ?? false) - Number(b.few ?? false) ||
      (b.p90 ?? 0) - (a.p90 ?? 0) ||
      (a.name < b.name ? -1 : 1),
  );
  return slowest;
}

function summariseJobs(
  trials: readonly JobTrial[],
  options: { window: TimeWindow; fewest: number },
): JobSummary[] {
  const { window, fewest } = options;
  const groups = groupBy(
    trials.filter(({ at }) => within(window, at)),
    ({ repo, workflow, name }) => JSON.stringify([repo, workflow, name]),
  );
  return [...groups.values()].map((jobs): JobSummary => {
    const ordered = [...jobs].sort(
      (a, b) => a.duration - b.duration || (a.recordKey < b.recordKey ? -1 : 1),
    );
    const durations = ordered.map(({ duration }) => duration);
    const commits = [...groupBy(jobs, ({ sha }) => sha).values()];
    const [n, failed] = [jobs.length, jobs.filter(j => j.failed).length];
    const { recordKey, at, duration } = ordered[Math.ceil(0.9 * n) - 1];
    return {
      repo: jobs[0].repo,
      workflow: jobs[0].workflow,
      name: jobs[0].name,
      n,
      failed,
      failureRate: failed / n,
      ...(n < fewest && { few: true }),
      flakyCommits: commits.filter(
        c => c.some(j => j.failed) && c.some(j => !j.failed),
      ).length,
      p50: percentile(durations, 0.5),
      p90: percentile(durations, 0.9),
      total: durations.reduce((sum, time) => sum + time, 0),
      ...(duration > 0 && { example: { recordKey, at, duration } }),
    };
  });
}
