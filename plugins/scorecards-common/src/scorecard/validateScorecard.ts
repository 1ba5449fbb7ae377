import { FactDirectory } from '../facts';
import { isObject, nameOf } from '../rule/values';
import { checkEnvelope, checkOwner } from './checkEnvelope';
import { checkMeaning } from './checkMeaning';
import { checkSize } from './checkSize';
import { checkStructure } from './checkStructure';
import { scorecardSpecSchema } from './specSchema';
import { DefinitionProblem } from './types';

/**
 * All that is wrong with a definition, each with its path in the YAML; empty when it is good. Takes anything, however
 * hostile, and never throws.
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
    return [{ path: '', message: `takes an entity, not ${nameOf(entity)}` }];
  }
  const problems = checkEnvelope(entity);
  const { spec } = entity;
  if (!isObject(spec)) {
    return problems;
  }
  const structure = checkStructure(scorecardSpecSchema, spec, 'spec');
  problems.push(...structure, ...checkOwner(spec.owner));
  // Reading the rules of a thousand checks that are refused anyway helps nobody.
  if (!structure.some(({ path }) => path === 'spec.checks')) {
    problems.push(...checkMeaning(spec, { facts: options?.facts }));
  }
  return problems;
}
