import { SharedAnswers } from '@fairlead/catalog-copy';
import { describeVisibility, ForVisible } from '../../../catalog/visibility';
import { OwnerResults } from './OwnerResults';

/** Reads once for all who ask for the same owner at the same time and may see the same. */
export class SharedOwnerResults implements OwnerResults<ForVisible> {
  readonly #answers = new SharedAnswers();
  readonly #results: OwnerResults<ForVisible>;

  static create(results: OwnerResults<ForVisible>): SharedOwnerResults {
    return new SharedOwnerResults(results);
  }

  private constructor(results: OwnerResults<ForVisible>) {
    this.#results = results;
  }

  async get(ownerRef: string, scope: ForVisible) {
    return this.#answers.share(
      JSON.stringify([ownerRef, describeVisibility(scope.visibility)]),
      () => this.#results.get(ownerRef, scope),
    );
  }
}
