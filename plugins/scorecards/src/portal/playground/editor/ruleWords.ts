import { HelpKey } from './fields';

interface Word {
  name: string;
  help: HelpKey;
}

/** Words that join rules. */
export const LOGICAL_OPERATORS: readonly Word[] = [
  { name: '$all', help: 'portal.field.operator.all' },
  { name: '$any', help: 'portal.field.operator.any' },
  { name: '$not', help: 'portal.field.operator.not' },
];

/** Tests of a value that the catalog knows too. */
export const FILTER_OPERATORS: readonly Word[] = [
  { name: '$exists', help: 'portal.field.operator.exists' },
  { name: '$in', help: 'portal.field.operator.in' },
  { name: '$contains', help: 'portal.field.operator.contains' },
  { name: '$hasPrefix', help: 'portal.field.operator.hasPrefix' },
];

/** Tests of a value that only rules have. */
export const RULE_OPERATORS: readonly Word[] = [
  { name: '$lte', help: 'portal.field.operator.lte' },
  { name: '$gte', help: 'portal.field.operator.gte' },
  { name: '$lt', help: 'portal.field.operator.lt' },
  { name: '$gt', help: 'portal.field.operator.gt' },
  { name: '$eq', help: 'portal.field.operator.eq' },
  { name: '$ne', help: 'portal.field.operator.ne' },
  { name: '$matches', help: 'portal.field.operator.matches' },
  { name: '$olderThan', help: 'portal.field.operator.olderThan' },
  { name: '$newerThan', help: 'portal.field.operator.newerThan' },
];

/** Paths that most entities have. */
export const ENTITY_PATHS: readonly string[] = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.description',
  'metadata.tags',
  'metadata.links',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'spec.system',
];
