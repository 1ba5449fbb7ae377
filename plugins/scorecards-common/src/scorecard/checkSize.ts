import { LIMITS } from '../rule/limits';
import { DefinitionProblem } from './types';

/**
 * What makes a value too big to read safely: cycles, depth, number of values. All else that reads a definition may
 * recurse freely once this found nothing.
 */
export function checkSize(value: unknown): DefinitionProblem | undefined {
  const ancestors = new Set<unknown>();
  let values = 0;

  function visit(
    current: unknown,
    path: string,
  ): DefinitionProblem | undefined {
    values += 1;
    if (values > LIMITS.values) {
      return {
        path: '',
        message: `holds more than ${LIMITS.values} values`,
      };
    }
    if (typeof current !== 'object' || current === null) {
      return undefined;
    }
    if (ancestors.has(current)) {
      return { path, message: 'contains itself' };
    }
    if (ancestors.size >= LIMITS.nesting) {
      return { path, message: `nests more than ${LIMITS.nesting} deep` };
    }
    ancestors.add(current);
    for (const [key, child] of Object.entries(current)) {
      const problem = visit(
        child,
        Array.isArray(current) ? `${path}[${key}]` : joinPath(path, key),
      );
      if (problem) {
        return problem;
      }
    }
    ancestors.delete(current);
    return undefined;
  }

  return visit(value, '');
}

function joinPath(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}
