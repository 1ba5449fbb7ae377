import { ForCaller } from '@fairlead/backend-routes';
import { ForVisible, VisibilityService } from '../../catalog/visibility';
import { RunbookForAnswers, RunbookForQuery } from './RunbookForAnswers';

/** Answers from what the caller may see. */
export class AuthorizedRunbookFor implements RunbookForAnswers<ForCaller> {
  readonly #answers: RunbookForAnswers<ForVisible>;
  readonly #visibility: VisibilityService;

  static create(
    answers: RunbookForAnswers<ForVisible>,
    options: { visibility: VisibilityService },
  ): AuthorizedRunbookFor {
    return new AuthorizedRunbookFor(answers, options);
  }

  private constructor(
    answers: RunbookForAnswers<ForVisible>,
    options: { visibility: VisibilityService },
  ) {
    this.#answers = answers;
    this.#visibility = options.visibility;
  }

  async find(query: RunbookForQuery, caller: ForCaller) {
    const visible = await this.#visibility.ofCatalog(caller);
    return this.#answers.find(query, { visible });
  }
}
