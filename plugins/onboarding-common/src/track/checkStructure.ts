import { isolated } from '@fairlead/bidi-text';
import * as z from 'zod';
import { trackSpecSchema } from './specSchema';
import { TrackProblem } from './types';

type Issue = z.core.$ZodIssue;

const EXPECTED: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'a text',
};

/** The problems that the schema finds, in the words of the author's YAML. */
export function checkStructure(spec: unknown): TrackProblem[] {
  const { error } = trackSpecSchema.safeParse(spec, { reportInput: true });
  return error ? error.issues.flatMap(toProblems) : [];
}

function toProblems(issue: Issue): TrackProblem[] {
  const path = formatPath(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, 10).map(key => ({
        path,
        message: isolated`has no field '${key.slice(0, 60)}', only ${fieldsAt(
          issue.path,
        )}`,
      }));
    case 'invalid_type':
      return [
        {
          path,
          message:
            issue.input === undefined
              ? 'is missing'
              : `takes ${
                  EXPECTED[issue.expected] ?? issue.expected
                }, not ${nameOf(issue.input)}`,
        },
      ];
    default:
      return [{ path, message: issue.message }];
  }
}

function formatPath(path: PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`,
    'spec',
  );
}

/** The names that the object at a path knows, for whoever wrote another one. */
function fieldsAt(path: PropertyKey[]): string {
  const at = path.reduce<z.ZodType>((schema, key) => {
    const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
    if (inner instanceof z.ZodArray) {
      return inner.element as z.ZodType;
    }
    return inner instanceof z.ZodObject ? inner.shape[String(key)] : inner;
  }, trackSpecSchema);
  const object = at instanceof z.ZodOptional ? at.unwrap() : at;
  return object instanceof z.ZodObject
    ? Object.keys(object.shape).join(', ')
    : '';
}

function nameOf(value: unknown): string {
  if (value === null) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  return typeof value === 'object'
    ? 'an object'
    : isolated`the ${typeof value} ${String(value).slice(0, 60)}`;
}
