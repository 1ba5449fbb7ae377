import { FilterPredicate } from '@backstage/filter-predicates';
import { JsonObject, JsonValue } from '@backstage/types';
import { isolated } from '@fairlead/bidi-text';
import { isObject } from '../rule/values';
import { CheckDefinition } from '../scorecard/types';
import { buildScorecards, Draft } from './buildScorecards';
import { CannotConvert } from './CannotConvert';
import { takeId, toFactPart, toWords } from './names';
import { fieldOf, Path, Source } from './Source';
import { toText, toTitle } from './texts';
import { ImportedScorecards, ImportOptions } from './types';

const LEVEL = 'met';

const CRITERIA = ['criteria', 'criterias', 'scorecardCriterias'];

/** How deep scorecards are looked for, as in an answer of the GraphQL API. */
const DEEPEST = 8;

const HEAVIEST = 1_000;

/** Operators by the comparators of Compass, of all types of values. */
const COMPARATORS: Record<string, string> = {
  EQUAL_TO: '$eq',
  EQUALS: '$eq',
  NOT_EQUAL_TO: '$ne',
  NOT_EQUALS: '$ne',
  GREATER_THAN: '$gt',
  GREATER_THAN_OR_EQUAL_TO: '$gte',
  LESS_THAN: '$lt',
  LESS_THAN_OR_EQUAL_TO: '$lte',
};

/** Types of components that are another kind here. */
const KINDS: Record<string, string> = { CLOUD_RESOURCE: 'Resource' };

interface Found {
  value: Record<string, unknown>;
  criteria: unknown[];
  document: number;
  path: Path;
}

/**
 * Turns scorecards of Atlassian Compass into scorecards here: what its GraphQL API answers of them, or what is sent to it
 * to create them, as YAML or JSON. A criterion that has no equivalent is left out, with a note.
 *
 * @public
 */
export function importCompass(
  text: string,
  options: ImportOptions,
): ImportedScorecards {
  const source = new Source(text);
  const found = source.values.flatMap((value, document) =>
    findScorecards(value, document, []),
  );
  if (found.length === 0 && source.notes.length === 0) {
    source.note(0, [], 'has no scorecard with a list of criteria');
  }
  const names = new Set<string>();
  const scorecards = found.flatMap(one => {
    const title = toTitle(fieldOf(one.value, 'name'), 'Compass');
    const name = takeId(title, names);
    return convertScorecard(one, {
      source,
      title,
      options: {
        ...options,
        name: found.length === 1 ? options.name ?? name : name,
      },
    });
  });
  return { scorecards, notes: source.notes };
}

function findScorecards(value: unknown, document: number, path: Path): Found[] {
  if (typeof value !== 'object' || value === null || path.length > DEEPEST) {
    return [];
  }
  const list = CRITERIA.find(key => Array.isArray(fieldOf(value, key)));
  if (isObject(value) && list !== undefined) {
    const criteria = value[list] as unknown[];
    return [{ value, criteria, document, path: [...path, list] }];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    findScorecards(inner, document, [
      ...path,
      Array.isArray(value) ? Number(key) : key,
    ]),
  );
}

function convertScorecard(
  { value, criteria, document, path }: Found,
  {
    source,
    title,
    options,
  }: { source: Source; title: string; options: ImportOptions },
) {
  const taken = new Set<string>();
  const drafts: Draft[] = [];
  const levels = new Set<string>();
  for (const [index, criterion] of criteria.entries()) {
    const at = [...path, index];
    try {
      const check = convertCriterion(criterion, taken, message =>
        source.noteOnce(document, at, message),
      );
      levels.add(check.level);
      drafts.push({ check, document, path: at });
    } catch (error) {
      if (!(error instanceof CannotConvert)) {
        throw error;
      }
      source.note(document, at, `left out: ${error.message}`);
    }
  }
  const above = path.slice(0, -1);
  for (const key of Object.keys(value)) {
    if (/filter|label|owner|tier|statusConfig|importance/i.test(key)) {
      source.note(
        document,
        [...above, key],
        isolated`'${key}' has no equivalent; 'appliesTo', 'owner' and levels say it here`,
      );
    }
  }
  if (drafts.length > 0) {
    source.note(
      document,
      path,
      'a level is reached when all of its checks pass; Compass compares a score with limits',
    );
  }
  const description = toText(value.description);
  return buildScorecards(drafts, {
    source,
    options,
    name: title,
    title,
    ...(description !== undefined && { description }),
    appliesTo: convertTypes(value.componentTypeIds ?? value.componentTypes),
    levels: [...levels],
  });
}

function convertTypes(types: unknown): FilterPredicate {
  const names = (Array.isArray(types) ? types : []).filter(
    type => typeof type === 'string',
  );
  const components = names.filter(name => !KINDS[name]).map(toType);
  const parts = [
    ...(components.length > 0 || names.length === 0
      ? [
          {
            kind: 'Component',
            ...(components.length === 1 && { 'spec.type': components[0] }),
            ...(components.length > 1 && { 'spec.type': { $in: components } }),
          },
        ]
      : []),
    ...names.filter(name => KINDS[name]).map(name => ({ kind: KINDS[name] })),
  ];
  return (parts.length === 1 ? parts[0] : { $any: parts }) as FilterPredicate;
}

function toType(name: string): string {
  return name.toLowerCase().replace(/_/g, '-');
}

/** The criterion as `{ type, fields }`, from any of the three ways in which it is written. */
function readCriterion(criterion: unknown): {
  type: string;
  fields: Record<string, unknown>;
} {
  if (!isObject(criterion)) {
    throw new CannotConvert([], 'is no criterion');
  }
  const typename = /^Compass(Has\w+|Custom\w+|Dynamic)ScorecardCriteria$/.exec(
    String(fieldOf(criterion, '__typename')),
  );
  if (typename) {
    return {
      type: `${typename[1].charAt(0).toLowerCase()}${typename[1].slice(1)}`,
      fields: criterion,
    };
  }
  const type = Object.keys(criterion).find(key => /^has[A-Z]/.test(key));
  if (type === undefined) {
    throw new CannotConvert([], 'it says nothing that it has to have');
  }
  const inner = criterion[type];
  return { type, fields: isObject(inner) ? inner : criterion };
}

function convertCriterion(
  criterion: unknown,
  taken: Set<string>,
  note: (message: string) => void,
): CheckDefinition {
  const { type, fields } = readCriterion(criterion);
  const rule = convertRule(type, fields);
  const title = toTitle(fields.name, titleOf(type));
  const { weight } = fields;
  const isWeight =
    typeof weight === 'number' && weight > 0 && weight <= HEAVIEST;
  if (weight !== undefined && !isWeight) {
    note(`a weight is above 0 and at most ${HEAVIEST}, the check weighs 1`);
  }
  const description = toText(fields.description);
  const group = fieldOf(fields, 'maturityGroup', 'name');
  return {
    id: takeId(title, taken),
    title,
    ...(description !== undefined && { description }),
    level: (typeof group === 'string' && toWords(group)) || LEVEL,
    ...(isWeight && { weight }),
    rule,
  };
}

/** `hasOwner` as `Has owner`. */
function titleOf(type: string): string {
  const words = type.replace(/([A-Z])/g, ' $1').toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function convertRule(
  type: string,
  fields: Record<string, unknown>,
): JsonObject {
  switch (type) {
    case 'hasOwner':
      return { 'spec.owner': { $exists: true } };
    case 'hasDescription':
      return { 'metadata.description': { $exists: true } };
    case 'hasLink':
      return convertLink(fields);
    case 'hasMetricValue':
      return compare(
        `facts.compass.metric.${nameOf(
          fields,
          'metricName',
          'metricDefinition',
          'metricDefinitionId',
        )}`,
        fields.comparator,
        fields.comparatorValue,
      );
    case 'hasField':
    case 'customField':
    case 'hasCustomBooleanValue':
    case 'hasCustomBooleanFieldValue':
    case 'hasCustomNumberValue':
    case 'hasCustomNumberFieldValue':
    case 'hasCustomTextValue':
    case 'hasCustomTextFieldValue': {
      const prefix = /Boolean|Number|Text/.exec(type)?.[0].toLowerCase() ?? '';
      return compare(
        `facts.compass.field.${nameOf(
          fields,
          'customFieldDefinition',
          'fieldDefinition',
          'customFieldDefinitionId',
          'fieldDefinitionId',
        )}`,
        prefix === '' ? 'IS_SET' : fields[`${prefix}Comparator`],
        fields[`${prefix}ComparatorValue`],
      );
    }
    default:
      throw new CannotConvert([], isolated`'${type}' has no equivalent`);
  }
}

function convertLink({
  linkType,
  textComparator,
}: Record<string, unknown>): JsonObject {
  if (textComparator && textComparator !== 'IS_SET') {
    throw new CannotConvert(
      [],
      'what the address of a link has to be has no equivalent',
    );
  }
  if (typeof linkType !== 'string') {
    throw new CannotConvert([], "'hasLink' names no linkType");
  }
  return linkType === 'REPOSITORY'
    ? {
        'metadata.annotations.backstage.io/source-location': { $exists: true },
      }
    : { 'metadata.links': { $contains: { type: toType(linkType) } } };
}

function compare(
  fact: string,
  comparator: unknown,
  value: unknown,
): JsonObject {
  if (comparator === 'IS_SET') {
    return { [fact]: { $exists: true } };
  }
  const operator =
    typeof comparator === 'string' && Object.hasOwn(COMPARATORS, comparator)
      ? COMPARATORS[comparator]
      : undefined;
  if (operator === undefined) {
    throw new CannotConvert(
      [],
      isolated`the comparator '${String(comparator)}' has no equivalent`,
    );
  }
  return { [fact]: { [operator]: value as JsonValue } };
}

/** The name of a metric or a field; where only its id is told, that has to do. */
function nameOf(fields: Record<string, unknown>, ...keys: string[]): string {
  for (const key of keys) {
    const value = fieldOf(fields, key, 'name') ?? fields[key];
    if (typeof value === 'string' && value !== '') {
      return toFactPart(value.split('/').at(-1) ?? value);
    }
  }
  throw new CannotConvert([], 'it names no metric or field');
}
