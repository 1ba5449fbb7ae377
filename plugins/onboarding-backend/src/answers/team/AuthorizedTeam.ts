import { ForCaller } from '@fairlead/backend-routes';
import { assertVisibleEntity } from '@fairlead/catalog-copy';
import { TeamOnboarding } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { VisibilityService } from '../../catalog/visibility';
import { Standpoint } from '../standpoint';
import { DatabaseTeam } from './DatabaseTeam';
import { readLedTracks } from './readLedTracks';

/** Teams that the caller may see, with as much of their people as the caller may know. */
export class AuthorizedTeam {
  readonly #options: {
    db: Knex;
    standpoint: Standpoint;
    visibility: VisibilityService;
  };
  readonly #team: DatabaseTeam;

  static create(
    team: DatabaseTeam,
    options: {
      db: Knex;
      standpoint: Standpoint;
      visibility: VisibilityService;
    },
  ): AuthorizedTeam {
    return new AuthorizedTeam(team, options);
  }

  private constructor(
    team: DatabaseTeam,
    options: {
      db: Knex;
      standpoint: Standpoint;
      visibility: VisibilityService;
    },
  ) {
    this.#options = options;
    this.#team = team;
  }

  /** @throws NotFoundError, the same for a team that does not exist and for one that is hidden */
  async get(teamRef: string, caller: ForCaller): Promise<TeamOnboarding> {
    const { db, standpoint, visibility } = this.#options;
    const visible = await visibility.ofEntities([teamRef], caller);
    await assertVisibleEntity(db, teamRef, visible);
    const viewer = await standpoint.read(caller);
    const [answer, ledTracks] = await Promise.all([
      this.#team.get(teamRef, viewer),
      readLedTracks(db, {
        teamRef,
        viewer,
        readVisible: entityRefs => visibility.ofEntities(entityRefs, caller),
      }),
    ]);
    return { ...answer, ...(ledTracks.length > 0 && { ledTracks }) };
  }
}
