import { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ForCaller, ForUser, readActor } from '@fairlead/backend-routes';
import {
  Journey,
  JourneyReceipt,
  MyJourneys,
  onboardingJourneyUpdateAnyPermission,
} from '@fairlead/backstage-plugin-onboarding-common';
import { VisibilityService } from '../../catalog/visibility';
import { unknownJourney } from '../../records/journeys';
import { JourneyAnswers, Viewer } from './JourneyAnswers';

/** Journeys for callers from outside. */
export class AuthorizedJourneyAnswers {
  readonly #answers: JourneyAnswers;
  readonly #permissions: PermissionsService;
  readonly #visibility: VisibilityService;

  static create(
    answers: JourneyAnswers,
    options: { permissions: PermissionsService; visibility: VisibilityService },
  ): AuthorizedJourneyAnswers {
    return new AuthorizedJourneyAnswers(answers, options);
  }

  private constructor(
    answers: JourneyAnswers,
    options: { permissions: PermissionsService; visibility: VisibilityService },
  ) {
    this.#answers = answers;
    this.#permissions = options.permissions;
    this.#visibility = options.visibility;
  }

  async getMine(caller: ForUser): Promise<MyJourneys> {
    return this.#answers.getMine(await this.#readViewer(caller));
  }

  /** Throws a NotFoundError, the same for a journey that does not exist and for one that is no business of the caller's. */
  async get(id: string, caller: ForCaller): Promise<Journey> {
    const journey = await this.#answers.get(id, await this.#readViewer(caller));
    if (!journey) {
      throw unknownJourney(id);
    }
    return journey;
  }

  /** A journey after a change, for whoever changed it: as they see it, or that it was changed. */
  async tell(
    receipt: JourneyReceipt,
    caller: ForCaller,
  ): Promise<Journey | JourneyReceipt> {
    const viewer = await this.#readViewer(caller);
    return (await this.#answers.get(receipt.id, viewer)) ?? receipt;
  }

  async #readViewer(caller: ForCaller): Promise<Viewer> {
    const [visible, [any]] = await Promise.all([
      this.#visibility.ofCatalog(caller),
      this.#permissions.authorize(
        [{ permission: onboardingJourneyUpdateAnyPermission }],
        caller,
      ),
    ]);
    const { ref, byAgent } = readActor(caller.credentials);
    const mayAny = any.result === AuthorizeResult.ALLOW;
    return { ref, byAgent, mayAny, visible };
  }
}
