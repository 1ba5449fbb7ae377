import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { CatalogProcessor } from '@backstage/plugin-catalog-node';
import {
  isScorecardEntity,
  validateScorecard,
} from '@fairlead/backstage-plugin-scorecards-common';
import { formatProblems } from '../formatProblems';
import { KnownFacts } from './KnownFacts';

/**
 * Refuses a scorecard that does not make sense. The catalog then keeps serving the version before it, and shows the
 * message where the entity's processing errors stand.
 */
export class ScorecardProcessor implements CatalogProcessor {
  readonly #facts: KnownFacts;

  constructor(options: { facts: KnownFacts }) {
    this.#facts = options.facts;
  }

  getProcessorName(): string {
    return 'ScorecardProcessor';
  }

  /** Before the JSON schema of the model, whose messages know nothing of rules. */
  getPriority(): number {
    return 10;
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    if (!isScorecardEntity(entity)) {
      return false;
    }
    const problems = validateScorecard(entity, {
      facts: await this.#facts.get(),
    });
    if (problems.length > 0) {
      throw new InputError(formatProblems(problems));
    }
    return true;
  }
}
