import { PermissionsService } from '@backstage/backend-plugin-api';
import { assertAllowed, ForUser, readActor } from '@fairlead/backend-routes';
import {
  AskForHelp,
  onboardingJourneyUpdatePermission,
  ReplyToHelp,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Help } from './Help';

/** Calls for help of people. Nobody asks, answers or goes on for somebody else, whatever they may change. */
export class AuthorizedHelp {
  readonly #help: Help;
  readonly #permissions: PermissionsService;

  static create(
    help: Help,
    options: { permissions: PermissionsService },
  ): AuthorizedHelp {
    return new AuthorizedHelp(help, options);
  }

  private constructor(
    help: Help,
    options: { permissions: PermissionsService },
  ) {
    this.#help = help;
    this.#permissions = options.permissions;
  }

  async ask(id: string, task: string, request: AskForHelp, caller: ForUser) {
    return this.#help.ask(id, task, request, await this.#readActor(caller));
  }

  async reply(id: string, request: ReplyToHelp, caller: ForUser) {
    return this.#help.reply(id, request, await this.#readActor(caller));
  }

  async solve(id: string, task: string, caller: ForUser) {
    return this.#help.solve(id, task, await this.#readActor(caller));
  }

  async #readActor(caller: ForUser) {
    await assertAllowed(
      this.#permissions,
      onboardingJourneyUpdatePermission,
      caller,
    );
    const { ref, byAgent } = readActor(caller.credentials);
    return { ref, byAgent, mayAny: false };
  }
}
