import { idOf } from '../ids';
import { Repository } from '../Repository';
import { HOUR, MINUTE } from './times';
import { SimulatedChange, SimulatedRun } from './types';

/** The runs by the clock between two times, each on what was merged last. */
export function simulateWatchRuns(
  { slug, habits }: Repository,
  changes: readonly SimulatedChange[],
  options: { from: number; to: number },
): SimulatedRun[] {
  const { builtEveryHours } = habits;
  if (!builtEveryHours) {
    return [];
  }
  const merges = changes
    .filter(({ mergedAt }) => mergedAt !== undefined)
    .sort((a, b) => a.mergedAt! - b.mergedAt!);
  const step = builtEveryHours * HOUR;
  const runs: SimulatedRun[] = [];
  const first = Math.ceil(options.from / step) * step;
  for (let at = first; at <= options.to; at += step) {
    const sha = merges.findLast(({ mergedAt }) => mergedAt! < at)?.mergeSha;
    if (sha) {
      runs.push({
        id: idOf(slug, 'watch', at),
        attempt: 1,
        event: 'schedule',
        sha,
        branch: 'main',
        createdAt: at,
        startedAt: at + MINUTE,
        finishedAt: at + MINUTE + Math.round(habits.ciMinutes * MINUTE),
        outcome: 'success',
        jobs: [],
      });
    }
  }
  return runs;
}
