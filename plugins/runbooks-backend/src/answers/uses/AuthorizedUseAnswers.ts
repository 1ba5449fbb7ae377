import { ForCaller } from '@fairlead/backend-routes';
import {
  RunbookUse,
  UsePage,
} from '@fairlead/backstage-plugin-runbooks-common';
import { ForVisible, VisibilityService } from '../../catalog/visibility';
import { UseAnswers, UseFilter } from './UseAnswers';

/** Uses for callers from outside: of runbooks and entities that they may read. */
export class AuthorizedUseAnswers implements UseAnswers<ForCaller> {
  readonly #answers: UseAnswers<ForVisible>;
  readonly #visibility: VisibilityService;

  static create(
    answers: UseAnswers<ForVisible>,
    options: { visibility: VisibilityService },
  ): AuthorizedUseAnswers {
    return new AuthorizedUseAnswers(answers, options.visibility);
  }

  private constructor(
    answers: UseAnswers<ForVisible>,
    visibility: VisibilityService,
  ) {
    this.#answers = answers;
    this.#visibility = visibility;
  }

  async list(
    query: UseFilter & { limit: number; cursor?: string },
    caller: ForCaller,
  ): Promise<UsePage> {
    return this.#answers.list(query, await this.#scope(caller));
  }

  async get(id: string, caller: ForCaller): Promise<RunbookUse> {
    return this.#answers.get(id, await this.#scope(caller));
  }

  async getTimeline(id: string, caller: ForCaller): Promise<string> {
    return this.#answers.getTimeline(id, await this.#scope(caller));
  }

  async #scope(caller: ForCaller): Promise<ForVisible> {
    return { visible: await this.#visibility.ofCatalog(caller) };
  }
}
