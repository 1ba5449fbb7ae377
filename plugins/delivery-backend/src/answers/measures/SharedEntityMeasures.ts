import { describeVisible, SharedAnswers } from '@fairlead/catalog-copy';
import { ForVisible } from '../../catalog/visibility';
import { EntityMeasures, EntityMeasuresQuery } from './EntityMeasures';
import { isSummed } from './isSummed';

/**
 * Reads once for all who ask for the same sum at the same time and may see the same. Of a single entity, finding the kept
 * answer costs no more than sharing it.
 */
export class SharedEntityMeasures implements EntityMeasures<ForVisible> {
  readonly #answers = new SharedAnswers();
  readonly #measures: EntityMeasures<ForVisible>;

  static create(measures: EntityMeasures<ForVisible>): SharedEntityMeasures {
    return new SharedEntityMeasures(measures);
  }

  private constructor(measures: EntityMeasures<ForVisible>) {
    this.#measures = measures;
  }

  async read(query: EntityMeasuresQuery, scope: ForVisible) {
    return isSummed(query.entityRef)
      ? this.#answers.share(
          JSON.stringify([query, describeVisible(scope.visibility)]),
          () => this.#measures.read(query, scope),
        )
      : this.#measures.read(query, scope);
  }
}
