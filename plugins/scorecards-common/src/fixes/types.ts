import { Entity } from '@backstage/catalog-model';
import { JsonValue } from '@backstage/types';
import { Rule, ScorecardEntityV1alpha1 } from '../scorecard';

/**
 * One change of an entity as its file declares it: a field that is set or removed, or an element that is added to a list or
 * dropped from one.
 *
 * @public
 */
export type EntityChange = {
  /** The keys that lead to the field, outermost first. */
  keys: string[];
} & (
  | { action: 'set' | 'append' | 'drop'; value: JsonValue }
  | { action: 'remove' }
);

/**
 * What a person has to fill in before a change says something.
 *
 * @public
 */
export interface FixPlaceholder {
  /** The text that stands for the value in the changes, for example `<fill in metadata.description>`. */
  marker: string;
  /** The field, for example `metadata.links[].url`. */
  path: string;
  /** What is asked of the value, in words. */
  wanted: string;
  /** What the value has to begin with. */
  prefix?: string;
  type: 'text' | 'number';
  /** The same as a rule over `spec.value`; see {@link meetsPlaceholder}. */
  rule: Rule;
}

/**
 * The smallest change of an entity that makes a failing check pass.
 *
 * @public
 */
export interface EntityFix {
  changes: EntityChange[];
  placeholders: FixPlaceholder[];
  /** The same changes with an example for each placeholder: this is what the engine judged. */
  examples: EntityChange[];
  /** The entity as it would be with these. */
  entity: Entity;
  /**
   * The definition that says that it passes. Where no example of what a pattern wants is known, its check takes any text
   * there.
   */
  definition: ScorecardEntityV1alpha1;
}
