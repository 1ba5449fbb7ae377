import {
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  Page,
  scorecardsWaiverCreatePermission,
  scorecardsWaiverUpdateAnyPermission,
  scorecardsWaiverUpdatePermission,
  Waiver,
  WaiverActor,
  WaiverDetailsResponse,
  WaiverMove,
  WaiversRequestedResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import {
  asUser,
  assertAllowed,
  ForCaller,
  ForUser,
  readActor,
} from '@fairlead/backend-routes';
import {
  Visibility,
  VisibilityService,
  unknownEntity,
} from '../../catalog/visibility';
import { findHiddenPart, ResultRef } from '../findHiddenPart';
import { DecisionLog } from '../decisions/DecisionLog';
import { listWaivers } from './listWaivers';
import { WaiverNotices } from './notices';
import { unknownScorecard, unknownWaiver } from './unknown';
import { WaiverRequest, WaiverService } from './WaiverService';
import { WaiverFilter, WaiverStore } from './WaiverStore';

/** The errors that concern one entity of a request for many. */
const REFUSALS = ['ConflictError', 'InputError', 'NotFoundError'];

/** Waivers for callers from outside: of entities and scorecards that they may see, and no others. */
export class AuthorizedWaivers {
  readonly #db: Knex;
  readonly #log: DecisionLog;
  readonly #notices: WaiverNotices;
  readonly #service: WaiverService;
  readonly #store: WaiverStore;
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;
  readonly #visibility: VisibilityService;

  static create(options: {
    db: Knex;
    log: DecisionLog;
    notices: WaiverNotices;
    service: WaiverService;
    store: WaiverStore;
    permissions: PermissionsService;
    userInfo: UserInfoService;
    visibility: VisibilityService;
  }): AuthorizedWaivers {
    return new AuthorizedWaivers(options);
  }

  private constructor(options: {
    db: Knex;
    log: DecisionLog;
    notices: WaiverNotices;
    service: WaiverService;
    store: WaiverStore;
    permissions: PermissionsService;
    userInfo: UserInfoService;
    visibility: VisibilityService;
  }) {
    this.#db = options.db;
    this.#log = options.log;
    this.#notices = options.notices;
    this.#service = options.service;
    this.#store = options.store;
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
    this.#visibility = options.visibility;
  }

  async list(
    query: Omit<WaiverFilter, 'waitingFor'> & {
      /** Those that the caller can approve. */
      waitingFor?: 'me';
      limit: number;
      cursor?: string;
    },
    caller: ForCaller,
  ): Promise<Page<Waiver>> {
    const { limit, cursor, waitingFor, ...filter } = query;
    const visibility = filter.entityRef
      ? await this.#visibility.ofEntities([filter.entityRef], caller)
      : await this.#visibility.ofCatalog(caller);
    return listWaivers({
      db: this.#db,
      filter: waitingFor
        ? { ...filter, waitingFor: await this.#readPerson(caller) }
        : filter,
      limit,
      cursor,
      log: this.#log,
      now: Date.now(),
      visibility,
    });
  }

  async get(id: string, caller: ForCaller): Promise<WaiverDetailsResponse> {
    const waiver = await this.#store.get(id);
    if (waiver) {
      const visibility = await this.#visibility.ofEntities(
        [waiver.entityRef],
        caller,
      );
      if (!(await findHiddenPart(this.#db, waiver, visibility))) {
        return waiver;
      }
    }
    throw unknownWaiver(id);
  }

  async request(request: WaiverRequest, caller: ForUser): Promise<Waiver> {
    const actor = await this.#assertMayAsk(caller);
    const visibility = await this.#visibility.ofEntities(
      [request.entityRef],
      caller,
    );
    const waiver = await this.#requestAs(request, actor, visibility);
    await this.#notices.asked([waiver]);
    return waiver;
  }

  /** Asks for many entities: each is decided by itself, and one that is refused keeps none of the others back. */
  async requestMany(
    request: Omit<WaiverRequest, 'entityRef' | 'renews' | 'requestId'> & {
      entityRefs: readonly string[];
    },
    caller: ForUser,
  ): Promise<WaiversRequestedResponse> {
    const { entityRefs, ...same } = request;
    const actor = await this.#assertMayAsk(caller);
    const visibility = await this.#visibility.ofEntities(entityRefs, caller);
    const requestId = randomUUID();
    const answer: WaiversRequestedResponse = { items: [], refused: [] };
    for (const entityRef of new Set(entityRefs)) {
      try {
        answer.items.push(
          await this.#requestAs(
            { ...same, entityRef, requestId },
            actor,
            visibility,
          ),
        );
      } catch (error) {
        if (!isError(error) || !REFUSALS.includes(error.name)) {
          throw error;
        }
        answer.refused.push({ entityRef, reason: error.message });
      }
    }
    await this.#notices.asked(answer.items);
    return answer;
  }

  async decide(
    request: { id: string; decision: WaiverMove; reason?: string },
    caller: ForUser,
  ): Promise<Waiver> {
    await assertAllowed(
      this.#permissions,
      scorecardsWaiverUpdatePermission,
      caller,
    );
    await this.get(request.id, caller);
    const actor = {
      ...(await this.#readActor(caller)),
      isAdministrator:
        request.decision === 'revoke' && (await this.#isAdministrator(caller)),
    };
    const waiver = await this.#service.decide({ ...request, actor });
    await this.#notices.decided(waiver, actor.ref);
    return waiver;
  }

  async #requestAs(
    request: WaiverRequest,
    actor: WaiverActor,
    visibility: Visibility,
  ): Promise<Waiver> {
    await this.#assertVisible(request, visibility);
    return this.#service.request({ ...request, actor });
  }

  async #assertMayAsk(caller: ForUser): Promise<WaiverActor> {
    await assertAllowed(
      this.#permissions,
      scorecardsWaiverCreatePermission,
      caller,
    );
    return this.#readActor(caller);
  }

  async #isAdministrator(caller: ForUser): Promise<boolean> {
    const [decision] = await this.#permissions.authorize(
      [{ permission: scorecardsWaiverUpdateAnyPermission }],
      caller,
    );
    return decision.result === AuthorizeResult.ALLOW;
  }

  async #readActor({ credentials }: ForUser): Promise<WaiverActor> {
    const { userEntityRef, ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(credentials);
    return {
      ref: userEntityRef,
      ownershipRefs: ownershipEntityRefs,
      principal: readActor(credentials).byAgent ? 'agent' : 'user',
    };
  }

  async #readPerson({ credentials }: ForCaller): Promise<WaiverActor> {
    if (readActor(credentials).isService) {
      throw new InputError(
        `'waitingFor' is for people: a service approves no waivers`,
      );
    }
    return this.#readActor(asUser(credentials));
  }

  /** Throws a NotFoundError for an entity or a scorecard that the caller may not see, or not one beside the other. */
  async #assertVisible(
    result: ResultRef,
    visibility: Visibility,
  ): Promise<void> {
    const hidden = await findHiddenPart(this.#db, result, visibility);
    if (hidden === 'scorecard') {
      throw unknownScorecard(result.scorecardRef);
    }
    if (hidden === 'entity') {
      throw unknownEntity(result.entityRef);
    }
  }
}
