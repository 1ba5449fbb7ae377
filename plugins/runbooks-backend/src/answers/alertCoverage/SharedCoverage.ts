import { describeVisible, SharedAnswers } from '@fairlead/catalog-copy';
import { ForVisible } from '../../catalog/visibility';
import { CoverageAnswers, CoverageQuery } from './CoverageAnswers';

/** Counts once for all who ask for the same alerts at the same time and may see the same. */
export class SharedCoverage implements CoverageAnswers<ForVisible> {
  readonly #answers = new SharedAnswers();
  readonly #coverage: CoverageAnswers<ForVisible>;

  static create(coverage: CoverageAnswers<ForVisible>): SharedCoverage {
    return new SharedCoverage(coverage);
  }

  private constructor(coverage: CoverageAnswers<ForVisible>) {
    this.#coverage = coverage;
  }

  async list(query: CoverageQuery, scope: ForVisible) {
    return this.#answers.share(
      JSON.stringify([query, describeVisible(scope.visible)]),
      () => this.#coverage.list(query, scope),
    );
  }

  async draft(query: { alert: string; entity?: string }, scope: ForVisible) {
    return this.#coverage.draft(query, scope);
  }
}
