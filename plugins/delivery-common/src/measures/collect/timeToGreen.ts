import { DeliveryHistory } from '../../history';
import { isOfQueue } from '../../history/checks';
import { byTexts, groupBy } from '../../history/order';
import { endingsOf, isFailure, Outcome, Run } from '../../records';
import { elapsed } from '../../records/instant';
import { Collected } from '../types';

const isOfRequest = ({ event = '' }: Run) =>
  event.startsWith('pull_request') ||
  event.startsWith('merge_request') ||
  event.startsWith('external_pull_request');

/** That a workflow turned or stayed red, or that it is green. */
interface Turn {
  key: string;
  at: string;
  isRed: boolean;
}

/**
 * What the ends of runs that answer together say of their workflow: red with the first that fails, green when the last
 * of them is and none is red any more.
 */
function turnsOf(runs: readonly Run[]): Turn[] {
  const last = new Map<string, Outcome>();
  const ends = runs
    .flatMap(({ key, ...run }) =>
      endingsOf(run).map(({ outcome, at }) => ({ key, outcome, at })),
    )
    .filter(({ outcome }) => outcome === 'success' || isFailure(outcome))
    .sort(byTexts(({ at, key }) => [at, key]));
  const all = new Set(ends.map(({ key }) => key));
  return ends.flatMap(({ key, outcome, at }): Turn[] => {
    last.set(key, outcome);
    if (isFailure(outcome)) {
      return [{ key, at, isRed: true }];
    }
    const isGreen =
      last.size === all.size && ![...last.values()].some(isFailure);
    return isGreen ? [{ key, at, isRed: false }] : [];
  });
}

/** One sample for each time a workflow of the default branch turned red: until it was green again. */
export function collectTimeToGreen(history: DeliveryHistory): Collected {
  const runs = history.runs.filter(
    run =>
      run.onDefaultBranch &&
      !isOfRequest(run) &&
      !isOfQueue(run) &&
      endingsOf(run).length > 0,
  );
  const result: Collected = {
    id: 'ci.timeToGreen',
    samples: [],
    excluded: [],
    marks: [],
    missing: missingTimeToGreen(history, runs),
  };
  const close = (red: Turn[], green?: Turn) =>
    result.samples.push({
      recordKey: red[0].key,
      at: red[0].at,
      value: green && elapsed(red[0].at, green.at),
      evidence: [
        ...new Set([...red, ...(green ? [green] : [])].map(({ key }) => key)),
      ],
    });
  // Parts of a run are workflows of their own; those of one run that have the same name answer together.
  const workflows = groupBy(runs, ({ source, repo, workflow, parentRunId }) =>
    JSON.stringify([source, repo, workflow, parentRunId !== undefined]),
  );
  for (const workflow of workflows.values()) {
    const together = groupBy(workflow, ({ key, parentRunId }) =>
      parentRunId === undefined ? key : `part of ${parentRunId}`,
    );
    let red: Turn[] = [];
    for (const turn of [...together.values()]
      .flatMap(turnsOf)
      .sort(byTexts(({ at, key }) => [at, key]))) {
      if (turn.isRed) {
        red.push(turn);
      } else if (red.length > 0) {
        close(red, turn);
        red = [];
      }
    }
    if (red.length > 0) {
      close(red);
    }
  }
  return result;
}

function missingTimeToGreen(history: DeliveryHistory, runs: readonly Run[]) {
  if (runs.length > 0) {
    return 'never-red' as const;
  }
  return history.runs.length > 0
    ? ('no-runs-of-default-branch' as const)
    : ('no-runs' as const);
}
