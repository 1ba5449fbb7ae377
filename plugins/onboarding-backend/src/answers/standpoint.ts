import { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ForCaller, readActor } from '@fairlead/backend-routes';
import {
  onboardingInsightsReadPermission,
  onboardingJourneyUpdateAnyPermission,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { readOwnGroups } from '../catalog/memberships';
import { DbTrackRow } from '../database/tables';

/** Who looks, and what they may see beside what is their own. */
export interface Viewpoint {
  ref: string;
  /** The refs of the groups that they are a member of, and of those above. */
  groups: readonly string[];
  /** They may change the journeys of any track. */
  mayAny: boolean;
  /** They may read the times of cohorts. */
  seesFigures: boolean;
}

/** What callers are to tracks and teams. */
export class Standpoint {
  readonly #db: Knex;
  readonly #permissions: PermissionsService;

  static create(options: {
    db: Knex;
    permissions: PermissionsService;
  }): Standpoint {
    return new Standpoint(options);
  }

  private constructor(options: { db: Knex; permissions: PermissionsService }) {
    this.#db = options.db;
    this.#permissions = options.permissions;
  }

  async read(caller: ForCaller): Promise<Viewpoint> {
    const { ref } = readActor(caller.credentials);
    const [groups, decisions] = await Promise.all([
      readOwnGroups(this.#db, [ref]),
      this.#permissions.authorize(
        [
          { permission: onboardingJourneyUpdateAnyPermission },
          { permission: onboardingInsightsReadPermission },
        ],
        caller,
      ),
    ]);
    const [mayAny, seesFigures] = decisions.map(
      ({ result }) => result === AuthorizeResult.ALLOW,
    );
    return { ref, groups: groups.get(ref)!.all, mayAny, seesFigures };
  }

  /** Whether somebody is of the team that owns a track, or may change journeys of any. */
  async answersFor(trackRef: string, caller: ForCaller): Promise<boolean> {
    const [{ ref, groups, mayAny }, track] = await Promise.all([
      this.read(caller),
      this.#db<DbTrackRow>('tracks')
        .where('track_ref', trackRef)
        .first('owner_ref'),
    ]);
    return (
      mayAny ||
      (track !== undefined && [ref, ...groups].includes(track.owner_ref))
    );
  }
}
