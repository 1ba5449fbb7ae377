import { ForCaller } from '@fairlead/backend-routes';
import { ForVisible, VisibilityService } from '../../catalog/visibility';
import { EntityRunbooksAnswers } from './EntityRunbooksAnswers';

/** Answers from what the caller may see. */
export class AuthorizedEntityRunbooks
  implements EntityRunbooksAnswers<ForCaller>
{
  readonly #entities: EntityRunbooksAnswers<ForVisible>;
  readonly #visibility: VisibilityService;

  static create(
    entities: EntityRunbooksAnswers<ForVisible>,
    options: { visibility: VisibilityService },
  ): AuthorizedEntityRunbooks {
    return new AuthorizedEntityRunbooks(entities, options);
  }

  private constructor(
    entities: EntityRunbooksAnswers<ForVisible>,
    options: { visibility: VisibilityService },
  ) {
    this.#entities = entities;
    this.#visibility = options.visibility;
  }

  async get(entityRef: string, caller: ForCaller) {
    const visible = await this.#visibility.ofEntities([entityRef], caller);
    return this.#entities.get(entityRef, { visible });
  }
}
