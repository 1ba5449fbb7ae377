import {
  PermissionCondition,
  PermissionCriteria,
  PermissionRuleParams,
} from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { TermCondition } from './Visibility';

type Params = NonNullable<PermissionRuleParams>;

/** The rules that the catalog itself brings, and which property each asks for. */
const RULES: Record<string, (params: Params) => TermCondition | undefined> = {
  IS_ENTITY_KIND: ({ kinds }) => oneOf('kind', kinds),
  IS_ENTITY_OWNER: ({ claims }) => oneOf('relations.ownedBy', claims),
  HAS_ANNOTATION: ({ annotation, value }) =>
    property('metadata.annotations', annotation, value),
  HAS_LABEL: ({ label, value }) => property('metadata.labels', label, value),
  HAS_METADATA: ({ key, value }) => property('metadata', key, value),
  HAS_SPEC: ({ key, value }) => property('spec', key, value),
};

/**
 * Reads the conditions of a decision about catalog entities. Undefined when only the catalog can apply them: they name a
 * rule of a module, or a list of them is empty.
 */
export function readTermConditions(
  conditions: PermissionCriteria<PermissionCondition>,
): PermissionCriteria<TermCondition> | undefined {
  if (isAndCriteria(conditions)) {
    const allOf = readEach(conditions.allOf);
    return allOf && { allOf };
  }
  if (isOrCriteria(conditions)) {
    const anyOf = readEach(conditions.anyOf);
    return anyOf && { anyOf };
  }
  if (isNotCriteria(conditions)) {
    const not = readTermConditions(conditions.not);
    return not && { not };
  }
  const { rule, params = {} } = conditions;
  return Object.hasOwn(RULES, rule) ? RULES[rule](params) : undefined;
}

type NonEmpty<T> = [T, ...T[]];

function readEach(
  conditions: readonly PermissionCriteria<PermissionCondition>[],
): NonEmpty<PermissionCriteria<TermCondition>> | undefined {
  const read = conditions.map(readTermConditions);
  // SQL without a condition would let everything through; what an empty list means, the catalog says.
  return read.length > 0 && read.every(condition => condition !== undefined)
    ? (read as NonEmpty<PermissionCriteria<TermCondition>>)
    : undefined;
}

function oneOf(path: string, values: unknown): TermCondition | undefined {
  return Array.isArray(values) &&
    values.every(value => typeof value === 'string')
    ? {
        key: path.toLowerCase(),
        values: values.map(value => value.toLowerCase()),
      }
    : undefined;
}

function property(
  path: string,
  key: unknown,
  value: unknown,
): TermCondition | undefined {
  if (typeof key !== 'string') {
    return undefined;
  }
  return value === undefined
    ? { key: `${path}.${key}`.toLowerCase() }
    : oneOf(`${path}.${key}`, [value]);
}
