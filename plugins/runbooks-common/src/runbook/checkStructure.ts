import { isolated } from '@fairlead/bidi-text';
import * as z from 'zod';
import { runbookSpecSchema } from './specSchema';
import { RunbookProblem } from './types';

type Issue = z.core.$ZodIssue;

const EXPECTED: Record<string, string> = {
  array: 'a list',
  object: 'an object',
  record: 'conditions such as { kind: Component, spec.type: service }',
  string: 'a text',
};

/** The problems that the schema finds, in the words of the author's YAML. */
export function checkStructure(spec: unknown): RunbookProblem[] {
  const { error } = runbookSpecSchema.safeParse(spec, { reportInput: true });
  return error ? error.issues.map(toProblem) : [];
}

function toProblem(issue: Issue): RunbookProblem {
  const path = formatPath(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        path,
        message: isolated`has no field '${issue.keys[0]}', only ${fieldsAt(
          issue.path,
        )}`,
      };
    case 'invalid_type':
      return {
        path,
        message:
          issue.input === undefined
            ? 'is missing'
            : `takes ${
                EXPECTED[issue.expected] ?? issue.expected
              }, not ${nameOf(issue.input)}`,
      };
    default:
      return { path, message: issue.message };
  }
}

function formatPath(path: PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`,
    'spec',
  );
}

/** The names that an object of the schema knows, for whoever wrote another one. */
function fieldsAt(path: PropertyKey[]): string {
  const { shape } = runbookSpecSchema;
  const inside: Record<PropertyKey, object> = {
    serves: shape.serves.unwrap().shape,
    techdocs: shape.techdocs.unwrap().shape,
  };
  const fields = inside[path[0]] ?? shape;
  return Object.keys(fields).join(', ');
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
