import { ForCaller } from '@fairlead/backend-routes';
import {
  assertNoPerson,
  ForVisible,
  VisibilityService,
} from '../../catalog/visibility';
import { EntityMeasures, EntityMeasuresQuery } from './EntityMeasures';
import { isSummed } from './isSummed';

/** Answers from what the caller may see. */
export class AuthorizedEntityMeasures implements EntityMeasures<ForCaller> {
  readonly #measures: EntityMeasures<ForVisible>;
  readonly #visibility: VisibilityService;

  static create(
    measures: EntityMeasures<ForVisible>,
    visibility: VisibilityService,
  ): AuthorizedEntityMeasures {
    return new AuthorizedEntityMeasures(measures, visibility);
  }

  private constructor(
    measures: EntityMeasures<ForVisible>,
    visibility: VisibilityService,
  ) {
    this.#measures = measures;
    this.#visibility = visibility;
  }

  async read(query: EntityMeasuresQuery, caller: ForCaller) {
    // A sum over many entities needs the caller's visibility of the whole catalog.
    const visibility = isSummed(query.entityRef)
      ? await this.#visibility.ofCatalog(caller)
      : await this.#visibility.ofEntities([query.entityRef], caller);
    assertNoPerson(query.entityRef);
    return this.#measures.read(query, { visibility });
  }
}
