import { JsonValue } from '@backstage/types';
import { Fact } from '../facts';
import { EvaluationContext } from './EvaluationContext';
import { OUTCOME, Outcome } from './outcome';

/**
 * Reads one fact. Its times are parsed once for each evaluation, however many checks read it; whether it is stale is
 * asked each time, since checks differ in how old a fact may be.
 */
export class FactReader {
  readonly id: string;
  fact: Fact | undefined;
  #run = -1;
  #expiresAt = Infinity;
  #observedAt: number | undefined;

  constructor(id: string) {
    this.id = id;
  }

  /** `true` when there is a value to judge, else the way in which it is unknown. */
  state(context: EvaluationContext): Outcome {
    if (this.#run !== context.run) {
      this.#load(context);
    }
    const fact = this.fact;
    if (fact === undefined) {
      return OUTCOME.noData;
    }
    if (fact.state === 'error') {
      return OUTCOME.error;
    }
    if (fact.value === undefined || fact.value === null) {
      return OUTCOME.noData;
    }
    const holdsUntil = this.#holdsUntil(fact, context.maxAge);
    // The comparison is written so that a time that cannot be parsed (NaN) counts as stale.
    if (!(context.now < holdsUntil)) {
      return OUTCOME.stale;
    }
    context.turnsAt(holdsUntil);
    return OUTCOME.true;
  }

  get value(): JsonValue | undefined {
    return this.fact?.value;
  }

  #load(context: EvaluationContext) {
    this.#run = context.run;
    this.fact = context.facts.get(this.id);
    this.#observedAt = undefined;
    this.#expiresAt =
      this.fact?.expiresAt === undefined
        ? Infinity
        : Date.parse(this.fact.expiresAt);
  }

  #holdsUntil(fact: Fact, maxAge: number): number {
    if (maxAge === Infinity) {
      return this.#expiresAt;
    }
    this.#observedAt ??= Date.parse(fact.observedAt);
    return Math.min(this.#expiresAt, this.#observedAt + maxAge);
  }
}
