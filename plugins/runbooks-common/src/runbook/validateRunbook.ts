import { checkMeaning } from './checkMeaning';
import { checkStructure } from './checkStructure';
import { RunbookProblem } from './types';

/** Whoever mends a hundred comes back for the rest. */
const MOST_PROBLEMS = 100;

/**
 * What is wrong with the `spec` of a runbook, each problem with its path in the YAML, a hundred at most; empty when it
 * is good. The catalog itself looks at what stands around `spec`. Takes anything, however hostile, and never throws.
 *
 * @public
 */
export function validateRunbook(entity: { spec?: unknown }): RunbookProblem[] {
  const { spec } = entity;
  return [...checkStructure(spec), ...checkMeaning(spec)].slice(
    0,
    MOST_PROBLEMS,
  );
}
