import { isolated } from '@fairlead/bidi-text';
import * as z from 'zod';
import { LIMITS } from '../rule/limits';
import { nameOf } from '../rule/values';
import { didYouMean } from '../text';
import { DefinitionProblem } from './types';

type Issue = z.core.$ZodIssue;

const EXPECTED: Record<string, string> = {
  array: 'a list',
  object: 'an object',
  record: 'conditions such as { spec.lifecycle: production }',
  string: 'a text',
  number: 'a number',
};

/** The problems that a schema finds, in the words of the author's YAML. */
export function checkStructure(
  schema: z.ZodType,
  value: unknown,
  path: string,
): DefinitionProblem[] {
  const result = schema.safeParse(value);
  return result.success
    ? []
    : result.error.issues
        .slice(0, LIMITS.problems)
        .flatMap(issue => toProblems(issue, value, path, schema));
}

function toProblems(
  issue: Issue,
  value: unknown,
  root: string,
  schema: z.ZodType,
): DefinitionProblem[] {
  const path = formatPath(root, issue.path);
  const given = valueAt(value, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, LIMITS.problems).map(key => ({
        path: `${path}.${key}`,
        message: isolated`'${key}' is not a field of ${path}.${didYouMean(
          key,
          fieldsAt(schema, issue.path),
        )}`,
      }));
    case 'invalid_type':
      return [
        {
          path,
          message:
            given === undefined
              ? 'is missing'
              : `takes ${
                  EXPECTED[issue.expected] ?? issue.expected
                }, not ${nameOf(given)}`,
        },
      ];
    case 'invalid_format':
      return [{ path, message: `${issue.message}, not ${nameOf(given)}` }];
    default:
      return [{ path, message: issue.message }];
  }
}

function formatPath(root: string, path: PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`,
    root,
  );
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (current, key) => (current as Record<PropertyKey, unknown> | null)?.[key],
    value,
  );
}

/** The fields that the object at a path may have. */
function fieldsAt(schema: z.ZodType, path: PropertyKey[]): string[] {
  const found = path.reduce<unknown>((current, key) => {
    const inner = current instanceof z.ZodOptional ? current.unwrap() : current;
    if (inner instanceof z.ZodArray) {
      return inner.element;
    }
    return inner instanceof z.ZodObject ? inner.shape[String(key)] : undefined;
  }, schema);
  const inner = found instanceof z.ZodOptional ? found.unwrap() : found;
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}
