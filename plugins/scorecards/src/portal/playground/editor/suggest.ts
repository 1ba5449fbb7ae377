import { KnownFact } from '@fairlead/backstage-plugin-scorecards-common';
import { FIELDS, HelpKey } from './fields';
import {
  ENTITY_PATHS,
  FILTER_OPERATORS,
  LOGICAL_OPERATORS,
  RULE_OPERATORS,
} from './ruleWords';
import { YamlContext } from './yamlContext';

/** Something that can stand where somebody is writing. */
export interface Suggestion {
  label: string;
  /** What to write. */
  insert: string;
  help?: HelpKey;
  fact?: KnownFact;
}

/** What can stand at a place of a scorecard. */
export function suggest(
  context: YamlContext,
  known: { facts: readonly KnownFact[]; levels: readonly string[] },
): Suggestion[] {
  const { path, position } = context;
  const place = path.join('.');
  const predicate = readPredicatePlace(path);
  if (predicate) {
    return suggestInPredicate(predicate, position, known.facts);
  }
  if (position === 'key') {
    return (FIELDS[place] ?? []).map(({ name, help }) => ({
      label: name,
      insert: `${name}: `,
      help,
    }));
  }
  switch (place) {
    case 'apiVersion':
      return values(['fairlead.dev/v1alpha1']);
    case 'kind':
      return values(['Scorecard']);
    case 'spec.checks.[].level':
      return values(known.levels);
    default:
      return [];
  }
}

interface PredicatePlace {
  dialect: 'rule' | 'appliesTo';
  /** Path into the entity or to a fact, when a condition on it is being written. */
  subject?: string;
  operator?: string;
}

function readPredicatePlace(path: string[]): PredicatePlace | undefined {
  const start = path.findIndex(
    (name, index) =>
      (name === 'rule' && path[index - 1] === '[]') ||
      (name === 'appliesTo' && ['[]', 'spec'].includes(path[index - 1])),
  );
  if (start < 0) {
    return undefined;
  }
  const [subject, operator] = path
    .slice(start + 1)
    .filter(
      name =>
        name !== '[]' && !LOGICAL_OPERATORS.some(word => word.name === name),
    );
  return {
    dialect: path[start] as PredicatePlace['dialect'],
    subject,
    operator,
  };
}

function suggestInPredicate(
  place: PredicatePlace,
  position: YamlContext['position'],
  facts: readonly KnownFact[],
): Suggestion[] {
  const { dialect, subject, operator } = place;
  if (position === 'value') {
    return subject ? suggestValues(subject, operator, facts) : [];
  }
  if (operator) {
    return [];
  }
  if (subject) {
    return operators(
      dialect === 'rule'
        ? [...RULE_OPERATORS, ...FILTER_OPERATORS]
        : FILTER_OPERATORS,
    );
  }
  return [
    ...(dialect === 'rule' ? facts.map(suggestFact) : []),
    ...ENTITY_PATHS.map(name => ({ label: name, insert: `${name}: ` })),
    ...operators(LOGICAL_OPERATORS),
  ];
}

function suggestFact(fact: KnownFact): Suggestion {
  const label = `facts.${fact.id}`;
  return { label, insert: `${label}: `, fact };
}

function suggestValues(
  subject: string,
  operator: string | undefined,
  facts: readonly KnownFact[],
): Suggestion[] {
  const fact = facts.find(({ id }) => subject === `facts.${id}`);
  return operator === '$exists' || fact?.type === 'boolean'
    ? values(['true', 'false'])
    : [];
}

function operators(
  words: readonly { name: string; help: HelpKey }[],
): Suggestion[] {
  return words.map(({ name, help }) => ({
    label: name,
    insert: `${name}: `,
    help,
  }));
}

function values(words: readonly string[]): Suggestion[] {
  return words.map(word => ({ label: word, insert: word }));
}
