import { ForCaller } from '@fairlead/backend-routes';
import { VisibilityService } from '../../catalog/visibility';
import { OwnershipReader } from '../owners';
import { DatabaseFiring } from './DatabaseFiring';
import { FiringAnswers } from './FiringAnswers';

/** Answers from what the caller may see. */
export class AuthorizedFiring implements FiringAnswers<ForCaller> {
  readonly #firing: DatabaseFiring;
  readonly #ownership: OwnershipReader;
  readonly #visibility: VisibilityService;

  static create(
    firing: DatabaseFiring,
    options: { ownership: OwnershipReader; visibility: VisibilityService },
  ): AuthorizedFiring {
    return new AuthorizedFiring(firing, options);
  }

  private constructor(
    firing: DatabaseFiring,
    options: { ownership: OwnershipReader; visibility: VisibilityService },
  ) {
    this.#firing = firing;
    this.#ownership = options.ownership;
    this.#visibility = options.visibility;
  }

  async list(
    options: { owners: readonly string[]; mine: boolean },
    caller: ForCaller,
  ) {
    const [visible, ownershipRefs] = await Promise.all([
      this.#visibility.ofCatalog(caller),
      options.mine ? this.#ownership.read(caller) : [],
    ]);
    return this.#firing.list(options, { visible, ownershipRefs });
  }
}
