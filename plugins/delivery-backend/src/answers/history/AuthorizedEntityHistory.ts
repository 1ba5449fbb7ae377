import { ForCaller } from '@fairlead/backend-routes';
import {
  assertNoPerson,
  ForVisible,
  VisibilityService,
} from '../../catalog/visibility';
import { EntityHistory, EntityHistoryQuery } from './EntityHistory';

/** Answers from what the caller may see. */
export class AuthorizedEntityHistory implements EntityHistory<ForCaller> {
  readonly #history: EntityHistory<ForVisible>;
  readonly #visibility: VisibilityService;

  static create(
    history: EntityHistory<ForVisible>,
    visibility: VisibilityService,
  ): AuthorizedEntityHistory {
    return new AuthorizedEntityHistory(history, visibility);
  }

  private constructor(
    history: EntityHistory<ForVisible>,
    visibility: VisibilityService,
  ) {
    this.#history = history;
    this.#visibility = visibility;
  }

  async list(query: EntityHistoryQuery, caller: ForCaller) {
    const visibility = await this.#visibility.ofCatalog(caller);
    assertNoPerson(query.entityRef);
    return this.#history.list(query, { visibility });
  }
}
