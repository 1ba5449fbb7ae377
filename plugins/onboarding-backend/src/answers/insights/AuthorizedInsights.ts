import { PermissionsService } from '@backstage/backend-plugin-api';
import { assertAllowed, ForCaller } from '@fairlead/backend-routes';
import { assertVisibleEntity } from '@fairlead/catalog-copy';
import {
  onboardingInsightsReadPermission,
  TrackInsights,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { VisibilityService } from '../../catalog/visibility';
import { Standpoint } from '../standpoint';
import { DatabaseInsights } from './DatabaseInsights';

/** Figures of tracks that the caller may see. */
export class AuthorizedInsights {
  readonly #insights: DatabaseInsights;
  readonly #options: {
    db: Knex;
    permissions: PermissionsService;
    standpoint: Standpoint;
    visibility: VisibilityService;
  };

  static create(
    insights: DatabaseInsights,
    options: {
      db: Knex;
      permissions: PermissionsService;
      standpoint: Standpoint;
      visibility: VisibilityService;
    },
  ): AuthorizedInsights {
    return new AuthorizedInsights(insights, options);
  }

  private constructor(
    insights: DatabaseInsights,
    options: {
      db: Knex;
      permissions: PermissionsService;
      standpoint: Standpoint;
      visibility: VisibilityService;
    },
  ) {
    this.#insights = insights;
    this.#options = options;
  }

  /** @throws NotFoundError, the same for a track or team that does not exist and for one that is hidden */
  async get(
    trackRef: string,
    { teamRef }: { teamRef?: string },
    caller: ForCaller,
  ): Promise<TrackInsights> {
    const { db, permissions, standpoint, visibility } = this.#options;
    await assertAllowed(permissions, onboardingInsightsReadPermission, caller);
    const refs = teamRef === undefined ? [trackRef] : [trackRef, teamRef];
    const visible = await visibility.ofEntities(refs, caller);
    for (const ref of refs) {
      await assertVisibleEntity(db, ref, visible);
    }
    return this.#insights.get(trackRef, {
      ...(teamRef !== undefined && { teamRef }),
      seesRoles: await standpoint.answersFor(trackRef, caller),
    });
  }
}
