import { JsonValue } from '@backstage/types';
import { ConditionNode } from '../../rule/types';
import { EntityChange, FixPlaceholder } from '../types';

/** What one change costs: whoever makes it has to think of a value, or gives something up. */
export const COST = { write: 2, remove: 3, fillIn: 4 } as const;

/** A value that meets some conditions. */
export interface SolvedValue {
  /** Undefined where the field is to go. */
  value: JsonValue | undefined;
  placeholders: FixPlaceholder[];
  /** What stands for the placeholders when the engine judges. */
  examples: ReadonlyMap<string, JsonValue>;
  /** Patterns of which no example is known. */
  assumed: readonly ConditionNode[];
  cost: number;
}

/** Changes that meet some conditions. */
export interface Solution extends Omit<SolvedValue, 'value'> {
  changes: EntityChange[];
}

export const NOTHING_TO_DO: Solution = {
  changes: [],
  placeholders: [],
  examples: new Map(),
  assumed: [],
  cost: 0,
};

/** What parts come to together, without their values. */
export function together(
  parts: readonly Omit<SolvedValue, 'value'>[],
): Omit<SolvedValue, 'value'> {
  return {
    placeholders: parts.flatMap(({ placeholders }) => placeholders),
    examples: new Map(parts.flatMap(({ examples }) => [...examples])),
    assumed: parts.flatMap(({ assumed }) => assumed),
    cost: parts.reduce((sum, { cost }) => sum + cost, 0),
  };
}
