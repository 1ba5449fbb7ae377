import { parseEntityRef } from '@backstage/catalog-model';
import { parseFilterPredicate } from '@backstage/filter-predicates';
import { isolated } from '@fairlead/bidi-text';
import { RunbookProblem } from './types';

/** The kinds that a runbook can be for. */
const SERVED_KINDS = ['Component', 'API', 'Resource', 'System', 'Domain'];

/** How deep conditions of a filter stand in each other. */
const FILTER_NESTING = 20;

const TEXTS = ['text', 'techdocs', 'url'];

/**
 * The problems that only show when the parts of `spec` are read together. It takes any structure and looks at what is
 * there, so that one mistake does not hide the others.
 */
export function checkMeaning(spec: unknown): RunbookProblem[] {
  if (!isObject(spec)) {
    return [];
  }
  const serves = isObject(spec.serves) ? spec.serves : {};
  return [
    ...checkPurpose(spec, serves),
    ...checkText(spec),
    ...checkRef('spec.owner', spec.owner, ['Group', 'User'], 'group'),
    ...(Array.isArray(serves.entities) ? serves.entities : []).flatMap(
      (ref, index) =>
        checkRef(
          `spec.serves.entities[${index}]`,
          ref,
          SERVED_KINDS,
          'component',
        ),
    ),
    ...checkFilter(serves.filter),
    ...checkTechdocs(spec.techdocs, serves),
  ];
}

function checkPurpose(
  spec: Record<string, unknown>,
  serves: Record<string, unknown>,
): RunbookProblem[] {
  if (
    spec.alerts !== undefined ||
    serves.entities !== undefined ||
    serves.filter !== undefined
  ) {
    return [];
  }
  return [
    {
      path: 'spec',
      message:
        'says neither what the runbook serves nor which alerts lead to it, write serves.entities, serves.filter or alerts',
    },
  ];
}

function checkText(spec: Record<string, unknown>): RunbookProblem[] {
  const given = TEXTS.filter(field => spec[field] !== undefined);
  if (given.length === 1) {
    return [];
  }
  return [
    {
      path: 'spec',
      message:
        given.length === 0
          ? 'has no text, write one of text, techdocs and url'
          : `has ${given.join(' and ')}, keep one of them`,
    },
  ];
}

function checkRef(
  path: string,
  ref: unknown,
  kinds: string[],
  defaultKind: string,
): RunbookProblem[] {
  if (typeof ref !== 'string' || ref === '') {
    return [];
  }
  try {
    const { kind } = parseEntityRef(ref, { defaultKind });
    return kinds.some(allowed => isSame(allowed, kind))
      ? []
      : [
          {
            path,
            message: isolated`takes an entity of the kind ${kinds.join(
              ', ',
            )}, not '${ref}'`,
          },
        ];
  } catch {
    return [
      {
        path,
        message: isolated`takes an entity reference such as ${defaultKind}:default/booking, not '${ref}'`,
      },
    ];
  }
}

function checkFilter(filter: unknown): RunbookProblem[] {
  if (!isObject(filter)) {
    return [];
  }
  const path = 'spec.serves.filter';
  if (Object.keys(filter).length === 0) {
    return [{ path, message: 'has no condition, so every entity would fit' }];
  }
  if (!isFlat(filter, FILTER_NESTING)) {
    return [{ path, message: `nests more than ${FILTER_NESTING} deep` }];
  }
  try {
    parseFilterPredicate(filter);
    return [];
  } catch (error) {
    return [
      {
        path,
        message: isolated`is no filter predicate: ${(error as Error).message}`,
      },
    ];
  }
}

function checkTechdocs(
  techdocs: unknown,
  serves: Record<string, unknown>,
): RunbookProblem[] {
  if (!isObject(techdocs)) {
    return [];
  }
  const path = 'spec.techdocs.entity';
  if (techdocs.entity !== undefined) {
    return checkRef(path, techdocs.entity, SERVED_KINDS, 'component');
  }
  return Array.isArray(serves.entities) && serves.entities.length === 1
    ? []
    : [
        {
          path,
          message:
            'is missing, and only where a runbook serves a single entity is it plain whose documentation is meant',
        },
      ];
}

/** Whether a value nests no deeper than `levels`; looks no further than that. */
function isFlat(value: unknown, levels: number): boolean {
  return (
    typeof value !== 'object' ||
    value === null ||
    (levels > 0 &&
      Object.values(value).every(child => isFlat(child, levels - 1)))
  );
}

function isSame(a: string, b: string): boolean {
  return a.toLocaleLowerCase('en-US') === b.toLocaleLowerCase('en-US');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
