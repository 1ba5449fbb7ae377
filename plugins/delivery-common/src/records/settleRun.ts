import { OUTCOMES } from './outcome';
import { Run, RunEnding } from './run';
import { outcomeOf } from './workStatus';

/**
 * All ends of a run, the first of them first; at the same time the worse one last. A run that is not done has none. A
 * success that follows on a success is no end: what makes a run end well once more is a job of it that somebody set off by
 * hand, and nobody waited for that.
 *
 * @public
 */
export function endingsOf(
  run: Pick<Run, 'endings' | 'finishedAt' | 'status'>,
): RunEnding[] {
  const { endings = [], finishedAt } = run;
  const outcome = outcomeOf(run);
  if (endings.length === 0) {
    return outcome !== undefined && finishedAt !== undefined
      ? [{ outcome, at: finishedAt }]
      : [];
  }
  return [...endings]
    .sort((a, b) =>
      a.at === b.at
        ? OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome)
        : Number(a.at > b.at) - Number(a.at < b.at),
    )
    .filter(
      (end, index, all) =>
        end.outcome !== 'success' || all[index - 1]?.outcome !== 'success',
    );
}

/**
 * A run that ended more than once, as it ended last: its finish and its outcome are then those of one end. A run whose
 * source tells no endings stays as it is.
 *
 * @public
 */
export function settleRun(run: Run): Run {
  const last = run.endings?.length ? endingsOf(run).at(-1) : undefined;
  return last === undefined
    ? run
    : {
        ...run,
        finishedAt: last.at,
        status: { state: 'completed', outcome: last.outcome, at: last.at },
      };
}
