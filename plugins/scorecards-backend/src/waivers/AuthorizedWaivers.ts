import {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  Page,
  scorecardsWaiverCreatePermission,
  scorecardsWaiverUpdatePermission,
  Waiver,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { assertAllowed } from '@fairlead/backend-routes';
import { assertVisibleEntity, ForCaller } from '../results';
import { VisibilityService } from '../visibility';
import { listWaivers } from './listWaivers';
import { WaiverDecision, WaiverService } from './WaiverService';
import { WaiverFilter, WaiverStore } from './WaiverStore';

/** Waivers are asked for and decided by people. */
export interface ForUser {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
}

/** Waivers for callers from outside: of entities that they may see, and no others. */
export class AuthorizedWaivers {
  readonly #db: Knex;
  readonly #service: WaiverService;
  readonly #store: WaiverStore;
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;
  readonly #visibility: VisibilityService;

  static create(options: {
    db: Knex;
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
    service: WaiverService;
    store: WaiverStore;
    permissions: PermissionsService;
    userInfo: UserInfoService;
    visibility: VisibilityService;
  }) {
    this.#db = options.db;
    this.#service = options.service;
    this.#store = options.store;
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
    this.#visibility = options.visibility;
  }

  async list(
    query: WaiverFilter & { limit: number; cursor?: string },
    caller: ForCaller,
  ): Promise<Page<Waiver>> {
    const visibility = query.entityRef
      ? await this.#visibility.ofEntities([query.entityRef], caller)
      : await this.#visibility.ofCatalog(caller);
    return listWaivers({ db: this.#db, visibility, ...query });
  }

  async request(
    request: Omit<Parameters<WaiverService['request']>[0], 'actor'>,
    caller: ForUser,
  ): Promise<Waiver> {
    await assertAllowed(
      this.#permissions,
      scorecardsWaiverCreatePermission,
      caller,
    );
    await this.#assertVisible(request.entityRef, caller);
    return this.#service.request({
      ...request,
      actor: await this.#userInfo.getUserInfo(caller.credentials),
    });
  }

  async decide(
    request: { id: string; decision: WaiverDecision; reason?: string },
    caller: ForUser,
  ): Promise<Waiver> {
    await assertAllowed(
      this.#permissions,
      scorecardsWaiverUpdatePermission,
      caller,
    );
    const waiver = await this.#store.get(request.id);
    if (!waiver) {
      throw new NotFoundError(`There is no waiver '${request.id}'`);
    }
    await this.#assertVisible(waiver.entityRef, caller);
    return this.#service.decide({
      ...request,
      actor: await this.#userInfo.getUserInfo(caller.credentials),
    });
  }

  async #assertVisible(entityRef: string, caller: ForCaller): Promise<void> {
    await assertVisibleEntity({
      db: this.#db,
      entityRef,
      visibility: await this.#visibility.ofEntities([entityRef], caller),
    });
  }
}
