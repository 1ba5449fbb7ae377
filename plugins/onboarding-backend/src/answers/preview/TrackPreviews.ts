import { PermissionsService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError } from '@backstage/errors';
import { ForCaller } from '@fairlead/backend-routes';
import { whereOneOf } from '@fairlead/bulk-sql';
import { restrictToVisible, VisibleEntities } from '@fairlead/catalog-copy';
import {
  composeTrack,
  generateTasks,
  isForUser,
  isOnboardingTrackEntity,
  onboardingJourneyUpdateAnyPermission,
  OnboardingTrackEntityV1alpha1,
  parseTrackYaml,
  PreviewTrack,
  readTrackEntity,
  TrackPlan,
  TrackPreview,
  TrackProblem,
  validateTrack,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { readOwnGroups } from '../../catalog/memberships';
import { Audience, readAudience, readManagerOf } from '../../catalog/people';
import { VisibilityService } from '../../catalog/visibility';
import { DbTrackRow } from '../../database/tables';
import { readTeamCatalog } from '../../judging/generating';
import { readEntities } from '../../catalog/entities/readEntities';
import { readTrackReader, showPlan, TrackReader } from '../tracks';

export interface TrackPreviewsOptions {
  db: Knex;
  permissions: PermissionsService;
  visibility: VisibilityService;
}

/**
 * Shows a track as a user would see it who has not begun, before it is merged. It stores nothing, and makes of the catalog
 * only what the caller may read there.
 */
export class TrackPreviews {
  readonly #options: TrackPreviewsOptions;

  static create(options: TrackPreviewsOptions): TrackPreviews {
    return new TrackPreviews(options);
  }

  private constructor(options: TrackPreviewsOptions) {
    this.#options = options;
  }

  async preview(
    { track, user }: PreviewTrack,
    caller: ForCaller,
  ): Promise<TrackPreview> {
    const reader = await readTrackReader(this.#options, caller);
    const userRef = user ?? reader.userRef;
    if (userRef === undefined) {
      throw new InputError("Body 'user': a service says as whom");
    }
    const { entity, problems } =
      typeof track === 'string'
        ? parseTrackYaml(track)
        : readTrackEntity(track);
    if (!entity) {
      return {
        problems: problems.map(({ path, message }) => ({ path, message })),
        plan: [],
      };
    }
    await this.#assertMayPreview(entity, userRef, reader);
    const audience = await readAudience(this.#options.db, userRef, reader);
    const composed = composeTrack(
      entity,
      await this.#createResolver(entity, reader.visible),
    );
    const missing = composed.missing.map(
      (ref): TrackProblem => ({
        path: 'spec.includes',
        message: `names ${ref}, which is not there`,
      }),
    );
    const all = [
      ...composed.problems,
      ...missing,
      ...(audience
        ? []
        : [
            {
              path: 'user',
              message: `There is no user ${userRef}, or you may not see them`,
            },
          ]),
    ];
    if (all.length > 0 || !audience) {
      return { problems: all, plan: [] };
    }
    return {
      problems: [],
      userRef,
      isForUser: isForUser(entity.spec.audience, audience.document),
      plan: await this.#show(composed.plan, { userRef, audience, reader }),
    };
  }

  async #show(
    plan: TrackPlan,
    options: { userRef: string; audience: Audience; reader: TrackReader },
  ): Promise<TrackPreview['plan']> {
    const { userRef, audience, reader } = options;
    const { db } = this.#options;
    const [teamRef] = audience.direct;
    const generated = new Set<string>();
    let whole = plan;
    let team;
    if (teamRef !== undefined) {
      team = (await readEntities(db, [teamRef])).get(teamRef)?.entity;
      const contents = await readTeamCatalog(db, teamRef);
      const entities = [...contents.entities, ...contents.members];
      const seen = await this.#keepVisible(
        entities.map(one => stringifyEntityRef(one)),
        reader.visible,
      );
      const isSeen = (one: (typeof entities)[number]) =>
        seen.has(stringifyEntityRef(one));
      whole = {
        ...plan,
        milestones: plan.milestones.map(milestone => {
          const added = generateTasks(milestone.generate, {
            purpose: plan.purpose,
            teamRef,
            userRef,
            entities: contents.entities.filter(isSeen),
            members: contents.members.filter(isSeen),
          }).filter(({ id }) => !generated.has(id));
          added.forEach(({ id }) => generated.add(id));
          return { ...milestone, tasks: [...milestone.tasks, ...added] };
        }),
      };
    }
    return showPlan(whole, {
      generated,
      viewer: {
        userRef,
        managerRef: readManagerOf(audience.user, team),
        teamRef,
      },
    });
  }

  /**
   * Anybody for oneself; as somebody else, who may change all journeys, or is of the team that owns the track. A text says
   * of itself whose it is: of a track that the catalog has, its owner there counts.
   */
  async #assertMayPreview(
    entity: OnboardingTrackEntityV1alpha1,
    asUserRef: string,
    { userRef, mayAny }: TrackReader,
  ): Promise<void> {
    if (mayAny || asUserRef === userRef) {
      return;
    }
    const { db } = this.#options;
    const trackRef = stringifyEntityRef(entity);
    const stored = await db<DbTrackRow>('tracks')
      .where('track_ref', trackRef)
      .first('owner_ref');
    const ownerRef =
      stored?.owner_ref || composeTrack(entity, () => undefined).plan.ownerRef;
    const groups =
      userRef && (await readOwnGroups(db, [userRef])).get(userRef)?.all;
    if (ownerRef !== userRef && !(groups && groups.includes(ownerRef))) {
      throw new NotAllowedError(
        `To preview a track as somebody else you need the permission '${onboardingJourneyUpdateAnyPermission.name}', or to belong to the team that owns it`,
      );
    }
  }

  /** The tracks that may be included, of those that the caller may see. */
  async #createResolver(
    entity: OnboardingTrackEntityV1alpha1,
    visible: VisibleEntities,
  ): Promise<(ref: string) => OnboardingTrackEntityV1alpha1 | undefined> {
    if ((entity.spec.includes ?? []).length === 0) {
      return () => undefined;
    }
    const query = this.#options
      .db('entities as e')
      .where('e.kind', 'onboardingtrack')
      .select('e.entity_ref', 'e.entity');
    restrictToVisible(query, visible);
    const rows: { entity_ref: string; entity: string }[] = await query;
    const texts = new Map(rows.map(row => [row.entity_ref, row.entity]));
    return ref => {
      const text = texts.get(ref);
      const read = text === undefined ? undefined : JSON.parse(text);
      return read &&
        isOnboardingTrackEntity(read) &&
        validateTrack(read).length === 0
        ? read
        : undefined;
    };
  }

  async #keepVisible(
    entityRefs: readonly string[],
    visible: VisibleEntities,
  ): Promise<Set<string>> {
    const query = this.#options.db('entities as e');
    whereOneOf(query, 'e.entity_ref', entityRefs);
    restrictToVisible(query, visible);
    return new Set(await query.pluck('e.entity_ref'));
  }
}
