import { Clock, whereOneOf } from '@fairlead/bulk-sql';
import { restrictToVisible } from '@fairlead/catalog-copy';
import {
  computeResponderShare,
  countFollowUps,
  EntityRunbookValues,
  ResponderShare,
  ReviewPolicy,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Knex } from 'knex';
import { ForVisible } from '../../catalog/visibility';
import { readIncidentStates } from './readIncidentStates';
import { sumValues } from './sumIncidents';

/** Figures are about the incidents of so long, in milliseconds: what was learned before that is another team's. */
const WINDOW = 365 * 24 * 3_600_000;

/** What incidents come to, for answers that are about more than incidents. */
export class IncidentFigures {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #policy: ReviewPolicy;

  static create(options: {
    clock?: Clock;
    db: Knex;
    reviewPolicy: ReviewPolicy;
  }): IncidentFigures {
    return new IncidentFigures(options);
  }

  private constructor(options: {
    clock?: Clock;
    db: Knex;
    reviewPolicy: ReviewPolicy;
  }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#policy = options.reviewPolicy;
  }

  /** Of the last 365 days, by entity: all of these. */
  async ofEntities(
    entityRefs: readonly string[],
  ): Promise<Map<string, EntityRunbookValues['incidents']>> {
    const now = this.#clock();
    const states = await this.#read(
      about => whereOneOf(about, 'e.entity_ref', entityRefs),
      { visible: 'all' },
      now,
    );
    return new Map(
      entityRefs.map(ref => [
        ref,
        sumValues(
          states.filter(state => state.entityRefs.includes(ref)),
          now,
        ).incidents,
      ]),
    );
  }

  /** Of the last 365 days, of what these teams own and the caller may see. */
  async ofOwners(
    ownerRefs: readonly string[],
    scope: ForVisible,
  ): Promise<{
    followUps: { open: number; overdue: number };
    /** Only for the owning team itself. */
    responders: ResponderShare | null;
  }> {
    const now = this.#clock();
    const states = await this.#read(
      about => whereOneOf(about, 'e.owner_ref', ownerRefs),
      scope,
      now,
    );
    const { open, overdue } = countFollowUps(
      states.flatMap(({ followUps }) => followUps),
      now,
    );
    return {
      followUps: { open, overdue },
      responders: computeResponderShare(
        states
          .filter(({ moments }) => moments.resolved)
          .map(({ details }) => details.responders),
      ),
    };
  }

  async #read(
    restrict: (about: Knex.QueryBuilder) => void,
    { visible }: ForVisible,
    now: number,
  ) {
    return readIncidentStates(
      this.#db,
      query =>
        query.where('i.opened_at', '>=', now - WINDOW).whereExists(about => {
          about
            .select('a.incident_key')
            .from('incident_entities as a')
            .join('entities as e', 'e.entity_ref', 'a.entity_ref')
            .whereRaw('a.incident_key = i.key');
          restrict(about);
          restrictToVisible(about, visible);
        }),
      { now, policy: this.#policy, visible },
    );
  }
}
