import { isolated } from '@fairlead/bidi-text';
import { FactDirectory } from '../facts';
import { LIMITS } from '../rule/limits';
import { isObject, nameOf } from '../rule/values';
import { checkEnvelope, checkOwner } from './checkEnvelope';
import { checkMeaning } from './checkMeaning';
import { checkSize } from './checkSize';
import { checkStructure } from './checkStructure';
import { scorecardSpecSchema } from './specSchema';
import { DefinitionProblem } from './types';

const TOO_LONG_LISTS = ['spec.checks', 'spec.levels'];

/**
 * What is wrong with a definition, each problem with its path in the YAML, a hundred at most; empty when it is good.
 * Takes anything, however hostile, and never throws.
 *
 * @param entity - what should be an entity of the kind `Scorecard`
 * @param options - the known facts; without them it is not judged whether the facts of the rules exist, nor their types
 * @public
 */
export function validateScorecard(
  entity: unknown,
  options?: { facts?: FactDirectory },
): DefinitionProblem[] {
  const tooBig = checkSize(entity);
  if (tooBig) {
    return [tooBig];
  }
  if (!isObject(entity)) {
    return [
      { path: '', message: isolated`takes an entity, not ${nameOf(entity)}` },
    ];
  }
  const problems = checkEnvelope(entity);
  const { spec } = entity;
  if (!isObject(spec)) {
    return problems;
  }
  const structure = checkStructure(scorecardSpecSchema, spec, 'spec');
  problems.push(...structure, ...checkOwner(spec.owner));
  // Do not read the rules of a list that is refused for its length.
  if (!structure.some(({ path }) => TOO_LONG_LISTS.includes(path))) {
    problems.push(...checkMeaning(spec, { facts: options?.facts }));
  }
  return problems.slice(0, LIMITS.problems);
}
