import { JsonObject } from '@backstage/types';
import {
  DefinitionProblem,
  FactDirectory,
  parseScorecardYaml,
  ScorecardEntityV1alpha1,
  validateScorecard,
} from '@fairlead/backstage-plugin-scorecards-common';

/** Reads a definition from YAML text or from an entity. It is there when there are no problems. */
export function readDefinition(
  scorecard: string | JsonObject,
  options: { facts: FactDirectory },
): { definition?: ScorecardEntityV1alpha1; problems: DefinitionProblem[] } {
  if (typeof scorecard === 'string') {
    const { entity, problems } = parseScorecardYaml(scorecard, options);
    return {
      definition: entity,
      problems: problems.map(({ path, message }) => ({ path, message })),
    };
  }
  const problems = validateScorecard(scorecard, options);
  return problems.length
    ? { problems }
    : { problems, definition: scorecard as unknown as ScorecardEntityV1alpha1 };
}
