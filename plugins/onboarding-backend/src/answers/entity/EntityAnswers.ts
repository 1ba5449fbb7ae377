import { NotFoundError } from '@backstage/errors';
import { ForCaller, readActor } from '@fairlead/backend-routes';
import {
  readAncestors,
  restrictToVisible,
  unknownEntityMessage,
} from '@fairlead/catalog-copy';
import {
  EntityOnboarding,
  findFirstSteps,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { VisibilityService } from '../../catalog/visibility';
import { DbEntityRow, DbJourneyRow } from '../../database/tables';
import { OPEN_STATES } from '../../records/journeys';
import { readRunbooksOf } from './readRunbooksOf';

/** What somebody who is new to an entity reads, runs and tries first, and whom they ask. */
export class EntityAnswers {
  readonly #db: Knex;
  readonly #visibility: VisibilityService;

  static create(options: {
    db: Knex;
    visibility: VisibilityService;
  }): EntityAnswers {
    return new EntityAnswers(options);
  }

  private constructor(options: { db: Knex; visibility: VisibilityService }) {
    this.#db = options.db;
    this.#visibility = options.visibility;
  }

  /** @throws NotFoundError, the same for an entity that does not exist and for one that is hidden */
  async get(entityRef: string, caller: ForCaller): Promise<EntityOnboarding> {
    const db = this.#db;
    const visible = await this.#visibility.ofCatalog(caller);
    const query = db('entities as e')
      .where('e.entity_ref', entityRef)
      .first('e.*');
    restrictToVisible(query, visible);
    const row: DbEntityRow | undefined = await query;
    if (!row) {
      throw new NotFoundError(unknownEntityMessage(entityRef));
    }
    const entity = JSON.parse(row.entity);
    const [runbooks, journey] = await Promise.all([
      readRunbooksOf(db, entity, { visible }),
      this.#findJourney(readActor(caller.credentials).ref, row.owner_ref),
    ]);
    return {
      entityRef,
      isNewHere: journey !== undefined,
      ...findFirstSteps(entity, runbooks),
      ask: [
        ...(journey?.buddy_state === 'accepted'
          ? [{ role: 'buddy' as const, ref: journey.buddy_ref! }]
          : []),
        ...(row.owner_ref === null
          ? []
          : [{ role: 'owner' as const, ref: row.owner_ref }]),
      ],
    };
  }

  /** Their journey in the team that owns it, or in one below that. */
  async #findJourney(
    userRef: string,
    ownerRef: string | null,
  ): Promise<DbJourneyRow | undefined> {
    const journeys: DbJourneyRow[] = await this.#db('journeys as j')
      .join('entities as u', 'u.entity_ref', 'j.user_ref')
      .where('j.user_ref', userRef)
      .whereRaw('(j.user_uid is null or j.user_uid = u.uid)')
      .whereIn('j.state', OPEN_STATES)
      .whereNotNull('j.team_ref')
      .orderBy([{ column: 'j.start_at', order: 'desc' }, 'j.id'])
      .select('j.*');
    if (journeys.length === 0 || ownerRef === null) {
      return undefined;
    }
    const ancestors = await readAncestors(this.#db);
    return journeys.find(({ team_ref: team }) =>
      (ancestors.get(team!) ?? [team]).includes(ownerRef),
    );
  }
}
