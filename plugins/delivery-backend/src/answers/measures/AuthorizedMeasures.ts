import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { EntityHistory, EntityHistoryQuery } from '../history/EntityHistory';
import { EntityRecords, EntityRecordsQuery } from '../history/EntityRecords';
import { Overview, OverviewQuery } from '../overview/Overview';
import {
  EntityMeasures,
  EntityMeasuresQuery,
  isSummed,
} from '../summaries/EntityMeasures';
import {
  assertNoPerson,
  Visibility,
  VisibilityService,
} from '../../catalog/visibility';

interface ForCaller {
  credentials: BackstageCredentials;
}

export interface AuthorizedMeasuresOptions {
  entityMeasures: EntityMeasures;
  entityRecords: EntityRecords;
  entityHistory: EntityHistory;
  overview: Overview;
  visibility: VisibilityService;
}

/** Measures and what is behind them, from what the caller may see. */
export class AuthorizedMeasures {
  readonly #options: AuthorizedMeasuresOptions;

  static create(options: AuthorizedMeasuresOptions): AuthorizedMeasures {
    return new AuthorizedMeasures(options);
  }

  private constructor(options: AuthorizedMeasuresOptions) {
    this.#options = options;
  }

  async readEntity(query: EntityMeasuresQuery, caller: ForCaller) {
    const visibility = await this.#visibilityFor(query.entityRef, caller);
    assertNoPerson(query.entityRef);
    return this.#options.entityMeasures.read(query, { visibility });
  }

  async listRecords(query: EntityRecordsQuery, caller: ForCaller) {
    const visibility = await this.#options.visibility.ofCatalog(caller);
    assertNoPerson(query.entityRef);
    return this.#options.entityRecords.list(query, { visibility });
  }

  async listHistory(query: EntityHistoryQuery, caller: ForCaller) {
    const visibility = await this.#options.visibility.ofCatalog(caller);
    assertNoPerson(query.entityRef);
    return this.#options.entityHistory.list(query, { visibility });
  }

  async readOverview(query: OverviewQuery, caller: ForCaller) {
    const visibility = await this.#options.visibility.ofCatalog(caller);
    return this.#options.overview.read(query, { visibility });
  }

  /** What is summed over others needs all that the caller may see. */
  async #visibilityFor(
    entityRef: string,
    caller: ForCaller,
  ): Promise<Visibility> {
    const { visibility } = this.#options;
    return isSummed(entityRef)
      ? visibility.ofCatalog(caller)
      : visibility.ofEntities([entityRef], caller);
  }
}
