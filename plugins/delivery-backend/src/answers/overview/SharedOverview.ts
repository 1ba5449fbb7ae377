import { describeVisible, SharedAnswers } from '@fairlead/catalog-copy';
import { ForVisible } from '../../catalog/visibility';
import { Overview, OverviewQuery } from './Overview';

/** Reads once for all who ask at the same time and may see the same: whom they see has to be listed for each answer. */
export class SharedOverview implements Overview<ForVisible> {
  readonly #answers = new SharedAnswers();
  readonly #overview: Overview<ForVisible>;

  static create(overview: Overview<ForVisible>): SharedOverview {
    return new SharedOverview(overview);
  }

  private constructor(overview: Overview<ForVisible>) {
    this.#overview = overview;
  }

  async read(query: OverviewQuery, scope: ForVisible) {
    return this.#answers.share(
      JSON.stringify([query, describeVisible(scope.visibility)]),
      () => this.#overview.read(query, scope),
    );
  }
}
