import { InputError } from '@backstage/errors';
import { FactDirectory } from '../facts';
import { Dialect, ParseContext } from './ParseContext';
import { parseRule } from './parseRule';
import { RuleNode } from './types';

/**
 * Reads a rule that is thought to be good.
 *
 * @throws InputError with the first problem when it is not.
 */
export function readRule(
  value: unknown,
  path: string,
  options: { dialect: Dialect; facts?: FactDirectory },
): RuleNode {
  let problem: string | undefined;
  const node = parseRule(
    value,
    path,
    new ParseContext({
      ...options,
      judgesFacts: false,
      onProblem: (where, message) => {
        problem ??= `${where}: ${message}`;
      },
    }),
  );
  if (!node || problem) {
    throw new InputError(problem ?? `${path}: is not a rule`);
  }
  return node;
}
