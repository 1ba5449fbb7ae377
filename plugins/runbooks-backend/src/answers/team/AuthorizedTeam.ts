import { ForCaller } from '@fairlead/backend-routes';
import { VisibilityService } from '../../catalog/visibility';
import { OwnershipReader } from '../owners';
import { ForMember, TeamAnswers } from './TeamAnswers';

/** Answers from what the caller may see. */
export class AuthorizedTeam implements TeamAnswers<ForCaller> {
  readonly #ownership: OwnershipReader;
  readonly #team: TeamAnswers<ForMember>;
  readonly #visibility: VisibilityService;

  static create(
    team: TeamAnswers<ForMember>,
    options: { ownership: OwnershipReader; visibility: VisibilityService },
  ): AuthorizedTeam {
    return new AuthorizedTeam(team, options);
  }

  private constructor(
    team: TeamAnswers<ForMember>,
    options: { ownership: OwnershipReader; visibility: VisibilityService },
  ) {
    this.#ownership = options.ownership;
    this.#team = team;
    this.#visibility = options.visibility;
  }

  async get(teamRef: string, caller: ForCaller) {
    const [visible, ownershipRefs] = await Promise.all([
      this.#visibility.ofCatalog(caller),
      this.#ownership.read(caller),
    ]);
    return this.#team.get(teamRef, { visible, ownershipRefs });
  }
}
