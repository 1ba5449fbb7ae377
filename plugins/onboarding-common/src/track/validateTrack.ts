import { checkMeaning } from './checkMeaning';
import { checkStructure } from './checkStructure';
import { LIMITS } from './limits';
import { TrackProblem } from './types';
import { isObject, itemsOf } from './values';

/**
 * What is wrong with the `spec` of a track, each problem with its path in the YAML, a hundred at most; empty when it is
 * good. The catalog itself looks at what stands around `spec`. Takes anything, however hostile, and never throws.
 *
 * @public
 */
export function validateTrack(entity: { spec?: unknown }): TrackProblem[] {
  const { spec } = entity;
  const tasks = countTasks(spec);
  if (tasks > LIMITS.tasks) {
    return [
      {
        path: 'spec.milestones',
        message: `has ${tasks} tasks, a track has ${LIMITS.tasks} at most: nobody finishes more, or split it and put the parts together with includes`,
      },
    ];
  }
  return [...checkStructure(spec), ...checkMeaning(spec)].slice(
    0,
    LIMITS.problems,
  );
}

function countTasks(spec: unknown): number {
  return itemsOf(isObject(spec) ? spec.milestones : undefined).reduce<number>(
    (sum, milestone) =>
      sum + itemsOf(isObject(milestone) ? milestone.tasks : undefined).length,
    0,
  );
}
