import { DeliveryHistory } from '../../history';
import { byTexts, groupBy } from '../../history/order';
import { isFailure, outcomeOf, Run } from '../../records';
import { elapsed } from '../../records/instant';
import { Collected } from '../types';

const isOfChange = ({ event = '' }: Run) =>
  event.startsWith('pull_request') || event.startsWith('merge_request');

/** One sample for each time a workflow of the default branch turned red: until it was green again. */
export function collectTimeToGreen(history: DeliveryHistory): Collected {
  const runs = history.runs.filter(
    run => run.onDefaultBranch && run.finishedAt && !isOfChange(run),
  );
  const result: Collected = {
    id: 'ci.timeToGreen',
    samples: [],
    excluded: [],
    marks: [],
    missing: runs.length > 0 ? 'no-failures' : 'no-runs',
  };
  const workflows = groupBy(runs, ({ repo, workflow }) =>
    JSON.stringify([repo, workflow]),
  );
  const close = (red: Run[], green?: Run) =>
    result.samples.push({
      recordKey: red[0].key,
      at: red[0].finishedAt as string,
      value: green?.finishedAt
        ? elapsed(red[0].finishedAt as string, green.finishedAt)
        : undefined,
      evidence: [...red, ...(green ? [green] : [])].map(({ key }) => key),
    });
  for (const group of workflows.values()) {
    let red: Run[] = [];
    for (const run of group.sort(
      byTexts(({ finishedAt = '', key }) => [finishedAt, key]),
    )) {
      const outcome = outcomeOf(run);
      if (isFailure(outcome)) {
        red.push(run);
      } else if (outcome === 'success' && red.length > 0) {
        close(red, run);
        red = [];
      }
    }
    if (red.length > 0) {
      close(red);
    }
  }
  return result;
}
