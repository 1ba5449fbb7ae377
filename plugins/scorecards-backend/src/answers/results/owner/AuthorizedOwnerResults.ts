import { NotFoundError } from '@backstage/errors';
import { ForCaller } from '@fairlead/backend-routes';
import { VisibilityService, ForVisible } from '../../../catalog/visibility';
import { OwnerResults } from './OwnerResults';
import { isPerson } from './persons';

/** Answers from what the caller may see. */
export class AuthorizedOwnerResults implements OwnerResults<ForCaller> {
  readonly #results: OwnerResults<ForVisible>;
  readonly #visibility: VisibilityService;

  static create(
    results: OwnerResults<ForVisible>,
    visibility: VisibilityService,
  ): AuthorizedOwnerResults {
    return new AuthorizedOwnerResults(results, visibility);
  }

  private constructor(
    results: OwnerResults<ForVisible>,
    visibility: VisibilityService,
  ) {
    this.#results = results;
    this.#visibility = visibility;
  }

  async get(ownerRef: string, caller: ForCaller) {
    const visibility = await this.#visibility.ofCatalog(caller);
    if (isPerson(ownerRef)) {
      throw new NotFoundError(
        'There are no results of single persons; ask for their teams',
      );
    }
    return this.#results.get(ownerRef, { visibility });
  }
}
