import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';

/** A rule of a task, and the entity that it is about. @public */
export interface FactQuestion {
  entity: Entity;
  /** In the rule language of scorecards, with facts under `facts.<factId>`. */
  rule: JsonObject;
}

/** What a rule comes to. Facts that are absent, stale or failed verify nothing: it is not known. @public */
export interface FactVerdict {
  holds: boolean | 'unknown';
  /** A plain sentence. */
  reason?: string;
}

/**
 * Who judges the rules of tasks that facts verify.
 *
 * @public
 */
export interface FactJudge {
  /** One verdict for each question, in their order. A rule that is none is `unknown`, with the reason. */
  judge(questions: readonly FactQuestion[]): Promise<FactVerdict[]>;
}
