import { RollupBy } from '@fairlead/backstage-plugin-scorecards-common';
import { SharedAnswers } from '@fairlead/catalog-copy';
import { describeVisibility, ForVisible } from '../../../catalog/visibility';
import { ScorecardEntitiesQuery, ScorecardResults } from './ScorecardResults';

/**
 * Reads once for all who ask for the same at the same time and may see the same: each of these answers is summed or picked from
 * all entities.
 */
export class SharedScorecardResults implements ScorecardResults<ForVisible> {
  readonly #answers = new SharedAnswers();
  readonly #results: ScorecardResults<ForVisible>;

  static create(results: ScorecardResults<ForVisible>): SharedScorecardResults {
    return new SharedScorecardResults(results);
  }

  private constructor(results: ScorecardResults<ForVisible>) {
    this.#results = results;
  }

  async list(query: { limit: number; cursor?: string }, scope: ForVisible) {
    return this.#share('list', query, scope, () =>
      this.#results.list(query, scope),
    );
  }

  async get(scorecardRef: string, scope: ForVisible) {
    return this.#share('get', scorecardRef, scope, () =>
      this.#results.get(scorecardRef, scope),
    );
  }

  async listEntities(query: ScorecardEntitiesQuery, scope: ForVisible) {
    return this.#share('entities', query, scope, () =>
      this.#results.listEntities(query, scope),
    );
  }

  async streamEntities(
    query: Pick<ScorecardEntitiesQuery, 'scorecardRef' | 'filter'>,
    scope: ForVisible,
  ) {
    return this.#results.streamEntities(query, scope);
  }

  async rollup(
    query: { scorecardRef: string; by: RollupBy },
    scope: ForVisible,
  ) {
    return this.#share('rollup', query, scope, () =>
      this.#results.rollup(query, scope),
    );
  }

  async history(
    query: { scorecardRef: string; from: string; to: string },
    scope: ForVisible,
  ) {
    return this.#share('history', query, scope, () =>
      this.#results.history(query, scope),
    );
  }

  #share<T>(
    name: string,
    query: unknown,
    { visibility }: ForVisible,
    read: () => Promise<T>,
  ): Promise<T> {
    return this.#answers.share(
      JSON.stringify([name, query, describeVisibility(visibility)]),
      read,
    );
  }
}
