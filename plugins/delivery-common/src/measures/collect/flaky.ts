import { DeliveryHistory } from '../../history';
import { byTexts, groupBy } from '../../history/order';
import { isFailure, Job, Outcome, outcomeOf, Run } from '../../records';
import { elapsed } from '../../records/instant';
import { Collected } from '../types';

/** One result of something that can be tried again on the same commit. */
interface Trial {
  key: string;
  /** What was tried, and on which commit. */
  group: string;
  outcome: Outcome;
  at: string;
}

/**
 * One sample for each group with a failure and another attempt within the retry window: 1 if it also succeeded. The
 * other attempt may lie before or after the failure, or else a group could count as flaky without being counted at all.
 * Failures that follow on another within the window belong to its sample. So a sample depends on nothing that lies
 * farther from it than the window, and can be told from the records of a few days.
 */
function collectFlaky(
  trials: Trial[],
  options: Pick<Collected, 'id' | 'missing'> & { retryWindow: number },
): Collected {
  const { id, missing, retryWindow } = options;
  const result: Collected = {
    id,
    samples: [],
    excluded: [],
    marks: [],
    missing,
  };
  const tried = groupBy(trials, trial => trial.group).values();
  for (const group of [...tried].filter(({ length }) => length > 1)) {
    const ordered = group.sort(byTexts(({ at, key }) => [at, key]));
    let before: Trial | undefined;
    for (const failure of ordered.filter(t => isFailure(t.outcome))) {
      const follows =
        before !== undefined && elapsed(before.at, failure.at) <= retryWindow;
      before = failure;
      const near = follows
        ? []
        : ordered.filter(
            ({ at }) => Math.abs(elapsed(failure.at, at)) <= retryWindow,
          );
      if (near.length > 1) {
        const isFlaky = near.some(({ outcome }) => outcome === 'success');
        result.samples.push({
          recordKey: failure.key,
          at: failure.at,
          value: isFlaky ? 1 : 0,
          part: isFlaky ? 'flaky' : undefined,
          evidence: [...new Set(near.map(({ key }) => key))],
        });
      }
    }
  }
  return result;
}

const conclusive = (outcome: Outcome | undefined): outcome is Outcome =>
  outcome === 'success' || isFailure(outcome);

/** Finds the run of a job. */
export function runsById(runs: readonly Run[]) {
  const byId = new Map(
    runs.map(run => [`${run.source}\n${run.repo}\n${run.runId}`, run]),
  );
  return (job: Job) => byId.get(`${job.source}\n${job.repo}\n${job.runId}`);
}

/** Flaky jobs: the same workflow, job and commit both failed and succeeded. */
export function collectFlakyJobs(history: DeliveryHistory): Collected {
  const runOf = runsById(history.runs);
  const trials = history.jobs.flatMap((job): Trial[] => {
    const run = runOf(job);
    const sha = job.headSha ?? run?.headSha;
    const outcome = outcomeOf(job);
    if (!sha || !job.name || !conclusive(outcome)) {
      return [];
    }
    // Parts of a run may have jobs of the same name that do other things.
    const part = run?.parentRunId === undefined ? undefined : run.runId;
    const workflow = job.workflow ?? run?.workflow;
    return [
      {
        key: job.key,
        group: JSON.stringify([
          job.source,
          job.repo,
          workflow,
          part,
          job.name,
          sha,
        ]),
        outcome,
        at: job.finishedAt ?? job.occurredAt,
      },
    ];
  });
  return collectFlaky(trials, {
    id: 'ci.flakyJobs',
    missing: history.jobs.length > 0 ? 'no-failures' : 'no-jobs',
    retryWindow: history.options.retryWindow,
  });
}

/** Flaky tests: the same suite, case and commit both failed and succeeded, in several runs or within one. */
export function collectFlakyTests(history: DeliveryHistory): Collected {
  const runs = new Map(history.runs.map(run => [run.key, run]));
  const trials = history.tests.flatMap((test): Trial[] => {
    const run = runs.get(test.run);
    const sha = test.headSha ?? run?.headSha;
    const repo = test.repo ?? run?.repo;
    const outcomes = test.flaky
      ? (['failure', 'success'] as const)
      : [test.outcome].filter(conclusive);
    return sha === undefined
      ? []
      : outcomes.map(outcome => ({
          key: test.key,
          group: JSON.stringify([repo, test.suite, test.case, sha]),
          outcome,
          at: test.occurredAt,
        }));
  });
  return collectFlaky(trials, {
    id: 'ci.flakyTests',
    missing: history.tests.length > 0 ? 'no-failures' : 'no-tests',
    retryWindow: history.options.retryWindow,
  });
}
