import { RollupBy } from '@fairlead/backstage-plugin-scorecards-common';
import { ForCaller } from '@fairlead/backend-routes';
import { VisibilityService, ForVisible } from '../../../catalog/visibility';
import { ScorecardEntitiesQuery, ScorecardResults } from './ScorecardResults';

/** Answers from what the caller may see. */
export class AuthorizedScorecardResults implements ScorecardResults<ForCaller> {
  readonly #results: ScorecardResults<ForVisible>;
  readonly #visibility: VisibilityService;

  static create(
    results: ScorecardResults<ForVisible>,
    visibility: VisibilityService,
  ): AuthorizedScorecardResults {
    return new AuthorizedScorecardResults(results, visibility);
  }

  private constructor(
    results: ScorecardResults<ForVisible>,
    visibility: VisibilityService,
  ) {
    this.#results = results;
    this.#visibility = visibility;
  }

  async list(query: { limit: number; cursor?: string }, caller: ForCaller) {
    return this.#results.list(query, await this.#scopeOf(caller));
  }

  async get(scorecardRef: string, caller: ForCaller) {
    return this.#results.get(scorecardRef, await this.#scopeOf(caller));
  }

  async listEntities(query: ScorecardEntitiesQuery, caller: ForCaller) {
    return this.#results.listEntities(query, await this.#scopeOf(caller));
  }

  async streamEntities(
    query: Pick<ScorecardEntitiesQuery, 'scorecardRef' | 'filter'>,
    caller: ForCaller,
  ) {
    return this.#results.streamEntities(query, await this.#scopeOf(caller));
  }

  async rollup(
    query: { scorecardRef: string; by: RollupBy },
    caller: ForCaller,
  ) {
    return this.#results.rollup(query, await this.#scopeOf(caller));
  }

  async history(
    query: { scorecardRef: string; from: string; to: string },
    caller: ForCaller,
  ) {
    return this.#results.history(query, await this.#scopeOf(caller));
  }

  async #scopeOf(caller: ForCaller): Promise<ForVisible> {
    return { visibility: await this.#visibility.ofCatalog(caller) };
  }
}
