import { FilterPredicate } from '@backstage/filter-predicates';
import { JsonObject, JsonValue } from '@backstage/types';
import { isolated } from '@fairlead/bidi-text';
import { isObject, isPrimitive } from '../rule/values';
import { CannotConvert } from './CannotConvert';

/** Fields of the catalog that are lists: one of their values has to equal what a filter names. */
const LISTS = [
  'metadata.tags',
  'spec.children',
  'spec.consumesApis',
  'spec.dependencyOf',
  'spec.dependsOn',
  'spec.memberOf',
  'spec.members',
  'spec.providesApis',
];

/**
 * The conditions of `appliesTo` that choose what a filter of tech-insights chooses: of several filters one has to fit, of
 * one filter all fields.
 *
 * @throws CannotConvert where a filter has no equivalent.
 */
export function convertFilter(filter: unknown): FilterPredicate {
  const filters = Array.isArray(filter) ? filter : [filter];
  if (filters.length === 0) {
    throw new CannotConvert(
      ['filter'],
      'an empty list of filters fits nothing, so the check never runs',
    );
  }
  const parts = filters.map(convertOne);
  return (parts.length === 1 ? parts[0] : { $any: parts }) as FilterPredicate;
}

/** The kinds that a filter names; empty where it fits others too. */
export function kindsOfFilter(filter: unknown): string[] {
  const filters = Array.isArray(filter) ? filter : [filter];
  const kinds = filters.map(one => {
    const kind = isObject(one) ? one.kind : undefined;
    return (Array.isArray(kind) ? kind : [kind]).filter(
      name => typeof name === 'string',
    );
  });
  return kinds.every(({ length }) => length > 0)
    ? kinds.flat().map(titled)
    : [];
}

function convertOne(filter: unknown): JsonObject {
  if (!isObject(filter)) {
    throw new CannotConvert(['filter'], 'the filter is no object');
  }
  const parts = Object.entries(filter).map(([field, value]) =>
    convertField(pathOf(field), value),
  );
  const keys = parts.map(part => Object.keys(part)[0]);
  const isPlain = new Set(keys).size === keys.length && !keys.includes('$any');
  if (isPlain) {
    return Object.assign({}, ...parts);
  }
  return parts.length === 1 ? parts[0] : { $all: parts };
}

function convertField(path: string, value: unknown): JsonObject {
  const values: JsonValue[] = (Array.isArray(value) ? value : [value]).map(
    one => {
      if (!isPrimitive(one)) {
        throw new CannotConvert(
          ['filter'],
          isolated`the filter compares '${path}' with what is no text, number, true or false`,
        );
      }
      return one;
    },
  );
  if (values.length === 0) {
    throw new CannotConvert(
      ['filter'],
      isolated`the filter names no value for '${path}', so the check never runs`,
    );
  }
  if (LISTS.includes(path)) {
    const parts = values.map(one => ({ [path]: { $contains: one } }));
    return parts.length === 1 ? parts[0] : { $any: parts };
  }
  return { [path]: values.length === 1 ? values[0] : { $in: values } };
}

/** A path with the brackets that keys with dots are written in taken off. */
function pathOf(field: string): string {
  return field.replace(/\[(["']?)([^\]]+?)\1\]/g, '.$2').replace(/^\./, '');
}

function titled(kind: string): string {
  const known = ['API', 'Component', 'Domain', 'Group', 'Resource', 'System'];
  return known.find(one => one.toLowerCase() === kind.toLowerCase()) ?? kind;
}
