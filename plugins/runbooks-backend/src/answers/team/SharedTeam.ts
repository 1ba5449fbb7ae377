import { describeVisible, SharedAnswers } from '@fairlead/catalog-copy';
import { ForMember, TeamAnswers } from './TeamAnswers';

/** Reads once for all who ask for the same team at the same time, may see the same and belong to the same teams. */
export class SharedTeam implements TeamAnswers<ForMember> {
  readonly #answers = new SharedAnswers();
  readonly #team: TeamAnswers<ForMember>;

  static create(team: TeamAnswers<ForMember>): SharedTeam {
    return new SharedTeam(team);
  }

  private constructor(team: TeamAnswers<ForMember>) {
    this.#team = team;
  }

  async get(teamRef: string, scope: ForMember) {
    const { ownershipRefs, visible } = scope;
    return this.#answers.share(
      JSON.stringify([teamRef, ownershipRefs, describeVisible(visible)]),
      () => this.#team.get(teamRef, scope),
    );
  }
}
