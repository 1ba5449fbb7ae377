import { isolated } from '@fairlead/bidi-text';
import { isFactId, KnownFact } from '../facts';
import { isTimeUnit } from '../duration';
import { didYouMean } from '../text';
import { LIMITS } from './limits';
import { ParseContext } from './ParseContext';
import { Subject } from './types';

const ENTITY_FIELDS = [
  'apiVersion',
  'kind',
  'metadata',
  'spec',
  'relations',
  'status',
];

const FACTS = 'facts';

export interface ParsedSubject {
  subject: Subject;
  /** What the operators are judged by, when they are. */
  fact?: KnownFact;
}

/** Reads a key of a condition: a fact, or a path in the entity or in the element of a list. */
export function parseSubject(
  key: string,
  path: string,
  root: 'entity' | 'element',
  context: ParseContext,
): ParsedSubject | undefined {
  const field = key.split('.', 1)[0];
  if (field === FACTS) {
    return parseFact(key, path, root, context);
  }
  if (root === 'entity' && !ENTITY_FIELDS.includes(field)) {
    const fields =
      context.dialect === 'rule' ? [...ENTITY_FIELDS, FACTS] : ENTITY_FIELDS;
    return context.problem(
      path,
      isolated`'${field}' is not a field of an entity, which has ${ENTITY_FIELDS.join(
        ', ',
      )}.${didYouMean(field, fields)}`,
    );
  }
  if (key === '') {
    return context.problem(path, 'the path is empty, name a field');
  }
  if (
    key.length > LIMITS.pathLength ||
    key.split('.').length > LIMITS.pathParts
  ) {
    return context.problem(
      path,
      `a path has at most ${LIMITS.pathLength} characters and ${LIMITS.pathParts} parts`,
    );
  }
  return { subject: { kind: 'path', path: key } };
}

function parseFact(
  key: string,
  path: string,
  root: 'entity' | 'element',
  context: ParseContext,
): ParsedSubject | undefined {
  const id = key.slice(FACTS.length + 1);
  if (context.dialect === 'filter') {
    return context.problem(
      path,
      'appliesTo cannot read facts, since the catalog itself must be able to run it; name fields of the entity',
    );
  }
  if (root === 'element') {
    return context.problem(
      path,
      'inside $contains a path starts at the element of the list, facts cannot be read there',
    );
  }
  if (id === '') {
    return context.problem(
      path,
      "name one fact by its id, joined with dots: 'facts.<family>.<noun>.<measure>'",
    );
  }
  if (!isFactId(id)) {
    return context.problem(
      path,
      `'${id}' is not a fact id, which reads <family>.<noun>.<measure>`,
    );
  }
  const fact = context.facts?.get(id);
  if (context.judgesFacts && !fact) {
    return context.problem(
      path,
      isolated`no source knows the fact '${id}'.${didYouMean(
        id,
        context.facts?.keys() ?? [],
      )}`,
    );
  }
  const subject: Subject = {
    kind: 'fact',
    id,
    unit: fact?.unit,
    title: fact?.title,
  };
  return context.judgesFacts ? { subject, fact } : { subject };
}

/** The unit of time that a subject is counted in, if it is. */
export function timeUnitOf(subject: Subject) {
  return subject.kind === 'fact' && isTimeUnit(subject.unit)
    ? subject.unit
    : undefined;
}
