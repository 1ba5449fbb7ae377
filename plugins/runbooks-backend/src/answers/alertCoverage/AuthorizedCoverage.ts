import { ForCaller } from '@fairlead/backend-routes';
import { ForVisible, VisibilityService } from '../../catalog/visibility';
import { CoverageAnswers, CoverageQuery } from './CoverageAnswers';

/** Answers from what the caller may see. */
export class AuthorizedCoverage implements CoverageAnswers<ForCaller> {
  readonly #coverage: CoverageAnswers<ForVisible>;
  readonly #visibility: VisibilityService;

  static create(
    coverage: CoverageAnswers<ForVisible>,
    options: { visibility: VisibilityService },
  ): AuthorizedCoverage {
    return new AuthorizedCoverage(coverage, options);
  }

  private constructor(
    coverage: CoverageAnswers<ForVisible>,
    options: { visibility: VisibilityService },
  ) {
    this.#coverage = coverage;
    this.#visibility = options.visibility;
  }

  async list(query: CoverageQuery, caller: ForCaller) {
    const visible = await this.#visibility.ofCatalog(caller);
    return this.#coverage.list(query, { visible });
  }

  async draft(query: { alert: string; entity?: string }, caller: ForCaller) {
    const visible = await this.#visibility.ofCatalog(caller);
    return this.#coverage.draft(query, { visible });
  }
}
