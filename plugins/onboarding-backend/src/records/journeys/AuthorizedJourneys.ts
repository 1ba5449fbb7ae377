import { PermissionsService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ForCaller, readActor } from '@fairlead/backend-routes';
import { assertVisibleEntity } from '@fairlead/catalog-copy';
import {
  AnswerBuddy,
  CompleteTask,
  EndJourney,
  JourneyReceipt,
  onboardingJourneyUpdateAnyPermission,
  onboardingJourneyUpdatePermission,
  StartJourney,
  WaiveTask,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { VisibilityService } from '../../catalog/visibility';
import { JourneyActor, Journeys } from './Journeys';

export interface AuthorizedJourneysOptions {
  db: Knex;
  permissions: PermissionsService;
  visibility: VisibilityService;
}

/** Changes of journeys by callers from outside. What each is to a journey is looked at where it is changed. */
export class AuthorizedJourneys {
  readonly #journeys: Journeys;
  readonly #options: AuthorizedJourneysOptions;

  static create(
    journeys: Journeys,
    options: AuthorizedJourneysOptions,
  ): AuthorizedJourneys {
    return new AuthorizedJourneys(journeys, options);
  }

  private constructor(journeys: Journeys, options: AuthorizedJourneysOptions) {
    this.#journeys = journeys;
    this.#options = options;
  }

  /** Throws a NotFoundError for a track or a user that the caller may not read. */
  async start(
    { track, user, startAt }: StartJourney,
    caller: ForCaller,
  ): Promise<{ journey: JourneyReceipt; isNew: boolean }> {
    const { db, visibility } = this.#options;
    const actor = await this.#readActor(caller);
    if (user === undefined && readActor(caller.credentials).isService) {
      throw new InputError("Body 'user': a service says whose journey it is");
    }
    // A user whom the catalog hides is answered like one that there is none of.
    const refs =
      user === undefined || user === actor.ref ? [track] : [track, user];
    const visible = await visibility.ofEntities(refs, caller);
    for (const ref of refs) {
      await assertVisibleEntity(db, ref, visible);
    }
    return this.#journeys.start(
      {
        trackRef: track,
        userRef: user ?? actor.ref,
        ...(startAt !== undefined && { startAt: Date.parse(startAt) }),
      },
      actor,
    );
  }

  async complete(
    id: string,
    task: string,
    { at, ...request }: CompleteTask,
    caller: ForCaller,
  ) {
    const actor = await this.#readActor(caller);
    if (at !== undefined && !actor.byAgent) {
      throw new InputError(
        "Body 'at': only software that acts for a person may tell it; leave it out",
      );
    }
    return this.#journeys.complete(
      id,
      task,
      { ...request, ...(at !== undefined && { at: Date.parse(at) }) },
      actor,
    );
  }

  async waive(id: string, task: string, request: WaiveTask, caller: ForCaller) {
    const actor = await this.#readActor(caller);
    return this.#journeys.waive(id, task, request, actor);
  }

  async move(id: string, caller: ForCaller) {
    return this.#journeys.move(id, await this.#readActor(caller));
  }

  async end(id: string, request: EndJourney, caller: ForCaller) {
    return this.#journeys.end(id, request, await this.#readActor(caller));
  }

  /** Throws a NotFoundError for a buddy whom the caller may not read, as for one that there is none of. */
  async answerBuddy(id: string, answer: AnswerBuddy, caller: ForCaller) {
    const actor = await this.#readActor(caller);
    if ('buddy' in answer) {
      const { db, visibility } = this.#options;
      const visible = await visibility.ofEntities([answer.buddy], caller);
      await assertVisibleEntity(db, answer.buddy, visible);
    }
    return this.#journeys.answerBuddy(id, answer, actor);
  }

  /** Throws a NotAllowedError for who may not change any journey. */
  async #readActor(caller: ForCaller): Promise<JourneyActor> {
    const decisions = await this.#options.permissions.authorize(
      [
        { permission: onboardingJourneyUpdatePermission },
        { permission: onboardingJourneyUpdateAnyPermission },
      ],
      caller,
    );
    const [may, mayAny] = decisions.map(
      ({ result }) => result === AuthorizeResult.ALLOW,
    );
    if (!may && !mayAny) {
      throw new NotAllowedError(
        `You need the permission '${onboardingJourneyUpdatePermission.name}'`,
      );
    }
    const { ref, byAgent } = readActor(caller.credentials);
    return { ref, byAgent, mayAny };
  }
}
