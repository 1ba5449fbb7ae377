import {
  DefinitionProblem,
  FactDirectory,
  readScorecardYaml,
  ScorecardEntityV1alpha1,
  validateScorecard,
} from '@fairlead/backstage-plugin-scorecards-common';
import { setImmediate as others } from 'node:timers/promises';

/**
 * Reads a definition from YAML text or from an entity. It is there when there are no problems. Reading and validating
 * take a bounded time each; others have a turn between them, and after them.
 */
export async function readDefinition(
  scorecard: string | Record<string, unknown>,
  options: { facts: FactDirectory },
): Promise<{
  definition?: ScorecardEntityV1alpha1;
  problems: DefinitionProblem[];
}> {
  const { value, problems } =
    typeof scorecard === 'string'
      ? readScorecardYaml(scorecard)
      : { value: scorecard, problems: [] };
  await others();
  if (problems.length > 0) {
    return {
      problems: problems.map(({ path, message }) => ({ path, message })),
    };
  }
  const wrong = validateScorecard(value, options);
  await others();
  return wrong.length > 0
    ? { problems: wrong }
    : { problems: [], definition: value as ScorecardEntityV1alpha1 };
}
