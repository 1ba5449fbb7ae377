import { InputError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { FactDirectory } from '../facts';
import { Dialect, ParseContext } from './ParseContext';
import { parseRule } from './parseRule';
import { PatternCompiler } from './pattern';
import { RuleNode } from './types';

/**
 * Reads a rule that is thought to be good.
 *
 * @throws InputError with the first problem when it is not.
 */
export function readRule(
  value: unknown,
  path: string,
  options: {
    dialect: Dialect;
    facts?: FactDirectory;
    patterns?: PatternCompiler;
  },
): RuleNode {
  let problem: string | undefined;
  const node = parseRule(
    value,
    path,
    new ParseContext({
      ...options,
      patterns: options.patterns ?? new PatternCompiler(),
      judgesFacts: false,
      onProblem: (where, message) => {
        problem ??= `${where}: ${message}`;
      },
    }),
  );
  if (!node || problem) {
    throw new InputError(problem ?? isolated`${path}: is not a rule`);
  }
  return node;
}
