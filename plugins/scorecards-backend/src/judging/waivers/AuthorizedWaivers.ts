import {
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  Page,
  scorecardsWaiverCreatePermission,
  scorecardsWaiverUpdatePermission,
  Waiver,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { assertAllowed, ForCaller, ForUser } from '@fairlead/backend-routes';
import {
  restrictToVisibleResults,
  VisibilityService,
  unknownEntity,
} from '../../catalog/visibility';
import { listWaivers } from './listWaivers';
import { unknownScorecard, unknownWaiver } from './unknown';
import { WaiverDecision, WaiverService } from './WaiverService';
import { WaiverFilter, WaiverStore } from './WaiverStore';

/** What a waiver is for. */
type ResultRef = Pick<Waiver, 'entityRef' | 'scorecardRef'>;

/** Waivers for callers from outside: of entities and scorecards that they may see, and no others. */
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
    await this.#assertVisible(request, caller);
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
    if (!waiver || (await this.#findHidden(waiver, caller))) {
      throw unknownWaiver(request.id);
    }
    return this.#service.decide({
      ...request,
      actor: await this.#userInfo.getUserInfo(caller.credentials),
    });
  }

  /** Throws a NotFoundError for an entity or a scorecard that the caller may not see, or not one beside the other. */
  async #assertVisible(result: ResultRef, caller: ForCaller): Promise<void> {
    const hidden = await this.#findHidden(result, caller);
    if (hidden === 'scorecard') {
      throw unknownScorecard(result.scorecardRef);
    }
    if (hidden === 'entity') {
      throw unknownEntity(result.entityRef);
    }
  }

  async #findHidden(
    { entityRef, scorecardRef }: ResultRef,
    caller: ForCaller,
  ): Promise<'scorecard' | 'entity' | undefined> {
    const visibility = await this.#visibility.ofEntities([entityRef], caller);
    const { scorecards } = visibility;
    if (scorecards !== 'all' && !scorecards.includes(scorecardRef)) {
      return 'scorecard';
    }
    // The entity stands beside the scorecard as if it had a result, so that conditions on results hold for it.
    const candidates = this.#db('entities')
      .where('entity_ref', entityRef)
      .select('*', this.#db.raw('? as scorecard_ref', [scorecardRef]))
      .as('e');
    const query = this.#db(candidates).first('e.entity_ref');
    restrictToVisibleResults(query, visibility, 'e');
    return (await query) ? undefined : 'entity';
  }
}
