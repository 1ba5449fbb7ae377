import { ForCaller } from '@fairlead/backend-routes';
import { ForVisible, VisibilityService } from '../../catalog/visibility';
import { Overview, OverviewQuery } from './Overview';

/** Answers from what the caller may see. */
export class AuthorizedOverview implements Overview<ForCaller> {
  readonly #overview: Overview<ForVisible>;
  readonly #visibility: VisibilityService;

  static create(
    overview: Overview<ForVisible>,
    visibility: VisibilityService,
  ): AuthorizedOverview {
    return new AuthorizedOverview(overview, visibility);
  }

  private constructor(
    overview: Overview<ForVisible>,
    visibility: VisibilityService,
  ) {
    this.#overview = overview;
    this.#visibility = visibility;
  }

  async read(query: OverviewQuery, caller: ForCaller) {
    const visibility = await this.#visibility.ofCatalog(caller);
    return this.#overview.read(query, { visibility });
  }
}
