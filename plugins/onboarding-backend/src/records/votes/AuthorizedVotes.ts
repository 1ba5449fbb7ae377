import { PermissionsService } from '@backstage/backend-plugin-api';
import { assertAllowed, ForUser, readActor } from '@fairlead/backend-routes';
import {
  onboardingJourneyUpdatePermission,
  VoteOnDocs,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Votes } from './Votes';

/** Votes of people on the documentation of their own tasks. */
export class AuthorizedVotes {
  readonly #permissions: PermissionsService;
  readonly #votes: Votes;

  static create(
    votes: Votes,
    options: { permissions: PermissionsService },
  ): AuthorizedVotes {
    return new AuthorizedVotes(votes, options);
  }

  private constructor(
    votes: Votes,
    options: { permissions: PermissionsService },
  ) {
    this.#permissions = options.permissions;
    this.#votes = votes;
  }

  async give(id: string, task: string, request: VoteOnDocs, caller: ForUser) {
    await assertAllowed(
      this.#permissions,
      onboardingJourneyUpdatePermission,
      caller,
    );
    const { ref, byAgent } = readActor(caller.credentials);
    return this.#votes.give(id, task, request, { ref, byAgent, mayAny: false });
  }
}
