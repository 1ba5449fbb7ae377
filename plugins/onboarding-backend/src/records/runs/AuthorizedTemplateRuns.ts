import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { assertAllowed, ForUser, readActor } from '@fairlead/backend-routes';
import {
  JourneyReceipt,
  onboardingJourneyUpdatePermission,
} from '@fairlead/backstage-plugin-onboarding-common';
import { TemplateRuns } from './TemplateRuns';

/** Runs that callers from outside start, on journeys of their own. */
export class AuthorizedTemplateRuns {
  readonly #permissions: PermissionsService;
  readonly #runs: TemplateRuns;

  static create(
    runs: TemplateRuns,
    options: { permissions: PermissionsService },
  ): AuthorizedTemplateRuns {
    return new AuthorizedTemplateRuns(runs, options);
  }

  private constructor(
    runs: TemplateRuns,
    options: { permissions: PermissionsService },
  ) {
    this.#permissions = options.permissions;
    this.#runs = runs;
  }

  async start(
    journeyId: string,
    taskId: string,
    caller: ForUser,
  ): Promise<JourneyReceipt> {
    await assertAllowed(
      this.#permissions,
      onboardingJourneyUpdatePermission,
      caller,
    );
    const { byAgent, ref } = readActor(caller.credentials);
    if (byAgent) {
      throw new NotAllowedError(
        'A template is started by the person whose task it is; software that acts for them cannot',
      );
    }
    return this.#runs.start({
      journeyId,
      taskId,
      actor: { ref, byAgent, mayAny: false },
      ...caller,
    });
  }
}
