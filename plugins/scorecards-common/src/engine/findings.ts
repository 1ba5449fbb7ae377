import { JsonValue } from '@backstage/types';
import { Fact } from '../facts';
import { ConditionNode } from '../rule/types';
import { Outcome } from './outcome';

/** One condition that decided a rule, with what it saw. */
export interface Finding {
  condition: ConditionNode;
  /** Set when an odd number of `$not` stands above: the rule wants the opposite. */
  negated: boolean;
  outcome: Outcome;
  value: JsonValue | undefined;
  fact: Fact | undefined;
  /** Set when it was not judged, since that takes more steps than were left. */
  isTooMuch: boolean;
}

/** Gathers findings up to a number that a reader can take in; counts the rest. */
export class Findings {
  static readonly SHOWN = 10;
  readonly items: Finding[] = [];
  hidden = 0;

  add(finding: Finding) {
    if (this.items.length < Findings.SHOWN) {
      this.items.push(finding);
    } else {
      this.hidden += 1;
    }
  }
}
