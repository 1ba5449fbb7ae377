import { TimeUnit } from '../duration';
import { Pattern } from './pattern';

/*
 * A rule as it is compiled, explained and described: the same as in the YAML, with every path resolved to what it
 * reads and every operand understood. Only `parseRule` makes these.
 */

export type Primitive = string | number | boolean;

/** What a condition looks at. */
export type Subject =
  | { kind: 'fact'; id: string; unit?: string; title?: string }
  | { kind: 'path'; path: string }
  /** The element of a list, inside `$contains`. */
  | { kind: 'element' };

export interface Duration {
  milliseconds: number;
  /** The declared unit of the fact; when unknown, the fact itself says it as it is read. */
  unit?: TimeUnit;
}

export interface Operand {
  value: Primitive;
  /** Set when the operand is a duration and the fact is counted in a unit of time. */
  duration?: Duration;
}

/** What a value is ordered against. */
export type Bound =
  | { type: 'number'; value: number }
  | ({ type: 'duration' } & Duration)
  | { type: 'date'; time: number; text: string };

export type OrderOperator = '$gt' | '$gte' | '$lt' | '$lte';

export type ValueTest =
  | { operator: '$eq' | '$ne'; operand: Operand }
  | { operator: '$in'; operands: Operand[] }
  | { operator: OrderOperator; bound: Bound }
  | { operator: '$exists'; expected: boolean }
  | { operator: '$hasPrefix'; prefix: string }
  | { operator: '$matches'; pattern: Pattern }
  | { operator: '$olderThan' | '$newerThan'; milliseconds: number }
  | { operator: '$contains'; node: RuleNode };

export interface ConditionNode {
  kind: 'condition';
  subject: Subject;
  test: ValueTest;
}

export type RuleNode =
  | { kind: 'all' | 'any'; nodes: RuleNode[] }
  | { kind: 'not'; node: RuleNode }
  | ConditionNode;
