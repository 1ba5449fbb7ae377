import { VisibilityService } from '../../visibility';
import { ForCaller, ForVisible } from '../Scope';
import { OwnerResults } from './OwnerResults';

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
    return this.#results.get(ownerRef, {
      visibility: await this.#visibility.ofCatalog(caller),
    });
  }
}
