import { NotFoundError } from '@backstage/errors';
import {
  HEALTH_PARTS,
  TeamRunbooks,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Clock, whereOneOf } from '@fairlead/bulk-sql';
import {
  restrictToVisible,
  unknownEntityMessage,
  VisibleEntities,
} from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { whereRunbookVisible } from '../../catalog/visibility';
import { DbRunbookRow } from '../../database/tables';
import { listAlerts, queryAlerts, readCoverage } from '../alertCoverage';
import { createCoverageWindow, queryFiring, readFiringAlerts } from '../alerts';
import { IncidentFigures } from '../incidents';
import { readTeamsBelow } from '../owners';
import { FAILING, readRunbookSummaries } from '../registry';
import { ForMember, TeamAnswers } from './TeamAnswers';

/** What a card can show, and some more for whoever opens it. */
const MOST = 20;

const MOST_FIRING = 100;

/** The part that is bad, the one first without which the others do not matter. */
const WORST_FIRST = HEALTH_PARTS.filter(part => part !== 'drift').map(
  part => `case when r.${part} = 'bad' then 0 else 1 end`,
);

/** Reads what a team, with the teams below it, should look at by day. */
export class DatabaseTeam implements TeamAnswers<ForMember> {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #incidents: IncidentFigures;
  readonly #windowDays: number;

  static create(options: {
    clock?: Clock;
    db: Knex;
    incidentFigures: IncidentFigures;
    windowDays: number;
  }): DatabaseTeam {
    return new DatabaseTeam(options);
  }

  private constructor(options: {
    clock?: Clock;
    db: Knex;
    incidentFigures: IncidentFigures;
    windowDays: number;
  }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#incidents = options.incidentFigures;
    this.#windowDays = options.windowDays;
  }

  async get(
    teamRef: string,
    { visible, ownershipRefs }: ForMember,
  ): Promise<TeamRunbooks> {
    const db = this.#db;
    const window = createCoverageWindow(this.#windowDays, this.#clock());
    const [owners, own] = await Promise.all([
      readTeamsBelow(db, [teamRef]),
      readTeamsBelow(db, ownershipRefs),
    ]);
    await this.#assertVisible(teamRef, owners, visible);
    const alerts = queryAlerts(db, { owners }, { visible });
    const firing = queryFiring(db, { visible });
    whereOneOf(firing, 'e.owner_ref', owners);
    const [firingNow, coverage, uncovered, runbooks, incidents] =
      await Promise.all([
        readFiringAlerts(db, firing, { limit: MOST_FIRING, visible }),
        readCoverage(db, alerts, window),
        listAlerts(db, alerts, {
          filter: { covered: false, mayPage: true },
          limit: MOST,
          visible,
          window,
        }),
        this.#readRunbooks(owners, visible),
        this.#incidents.ofOwners(owners, { visible }),
      ]);
    return {
      teamRef,
      firing: firingNow,
      coverage,
      uncoveredAtNight: uncovered.items,
      ...runbooks,
      followUps: incidents.followUps,
      // How much hangs on one person is for the team to know, and for those above it.
      responders: own.includes(teamRef) ? incidents.responders : null,
    };
  }

  /** A team that is hidden is shown by what is visible of it. */
  async #assertVisible(
    teamRef: string,
    owners: readonly string[],
    visible: VisibleEntities,
  ): Promise<void> {
    const query = this.#db('entities as e').first('e.entity_ref');
    // A group counts as its own owner.
    whereOneOf(query, 'e.owner_ref', owners);
    restrictToVisible(query, visible);
    if (!(await query)) {
      throw new NotFoundError(unknownEntityMessage(teamRef));
    }
  }

  async #readRunbooks(
    owners: readonly string[],
    visible: VisibleEntities,
  ): Promise<Pick<TeamRunbooks, 'failing' | 'failingCount' | 'runbookCount'>> {
    const db = this.#db;
    const all = db('runbooks as r');
    whereOneOf(all, 'r.owner_ref', owners);
    whereRunbookVisible(all, visible);
    const [rows, counts]: [
      DbRunbookRow[],
      { failing: number | string | null; total: number | string },
    ] = await Promise.all([
      all
        .clone()
        .whereRaw(`(${FAILING})`)
        .orderByRaw([...WORST_FIRST, 'r.title', 'r.id'].join(', '))
        .limit(MOST)
        .select('r.*'),
      all
        .clone()
        .first(
          db.raw(`sum(case when ${FAILING} then 1 else 0 end) as failing`),
          db.raw('count(*) as total'),
        ),
    ]);
    return {
      failing: await readRunbookSummaries(db, rows, { visible }),
      failingCount: Number(counts.failing ?? 0),
      runbookCount: Number(counts.total),
    };
  }
}
