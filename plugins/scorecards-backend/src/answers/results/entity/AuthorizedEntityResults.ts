import { ForCaller } from '@fairlead/backend-routes';
import { VisibilityService, ForVisible } from '../../../catalog/visibility';
import { EntityResults, TransitionsQuery } from './EntityResults';

/** Answers from what the caller may see. */
export class AuthorizedEntityResults implements EntityResults<ForCaller> {
  readonly #results: EntityResults<ForVisible>;
  readonly #visibility: VisibilityService;

  static create(
    results: EntityResults<ForVisible>,
    visibility: VisibilityService,
  ): AuthorizedEntityResults {
    return new AuthorizedEntityResults(results, visibility);
  }

  private constructor(
    results: EntityResults<ForVisible>,
    visibility: VisibilityService,
  ) {
    this.#results = results;
    this.#visibility = visibility;
  }

  async getScorecards(entityRef: string, caller: ForCaller) {
    const visibility = await this.#visibility.ofEntities([entityRef], caller);
    return this.#results.getScorecards(entityRef, { visibility });
  }

  async getFacts(entityRef: string, caller: ForCaller) {
    const visibility = await this.#visibility.ofEntities([entityRef], caller);
    return this.#results.getFacts(entityRef, { visibility });
  }

  async listTransitions(query: TransitionsQuery, caller: ForCaller) {
    const visibility = await this.#visibility.ofEntities(
      [query.entityRef],
      caller,
    );
    return this.#results.listTransitions(query, { visibility });
  }

  async listLevels(entityRefs: readonly string[], caller: ForCaller) {
    const visibility = await this.#visibility.ofEntities(entityRefs, caller);
    return this.#results.listLevels(entityRefs, { visibility });
  }
}
