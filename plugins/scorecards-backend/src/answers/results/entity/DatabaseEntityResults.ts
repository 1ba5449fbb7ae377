import { Knex } from 'knex';
import { FactStore } from '../../../intake/facts/FactStore';
import { WaiverStore } from '../../../judging/waivers/WaiverStore';
import { ScorecardVersionCache } from '../../../judging/definitions/ScorecardVersionCache';
import { ForVisible, assertVisibleEntity } from '../../../catalog/visibility';
import { EntityResults, TransitionsQuery } from './EntityResults';
import { listEntityLevels } from './listEntityLevels';
import { listTransitions } from './listTransitions';
import { ScorecardsReader } from './ScorecardsReader';

/** Reads results by the entity's ref. */
export class DatabaseEntityResults implements EntityResults<ForVisible> {
  readonly #db: Knex;
  readonly #versions: ScorecardVersionCache;
  readonly #facts: FactStore;
  readonly #scorecards: ScorecardsReader;

  static create(options: {
    db: Knex;
    versions: ScorecardVersionCache;
    facts: FactStore;
    waivers: WaiverStore;
  }): DatabaseEntityResults {
    return new DatabaseEntityResults(options);
  }

  private constructor(options: {
    db: Knex;
    versions: ScorecardVersionCache;
    facts: FactStore;
    waivers: WaiverStore;
  }) {
    this.#db = options.db;
    this.#versions = options.versions;
    this.#facts = options.facts;
    this.#scorecards = new ScorecardsReader(options);
  }

  async getScorecards(entityRef: string, { visibility }: ForVisible) {
    return this.#scorecards.read(entityRef, visibility);
  }

  async getFacts(entityRef: string, { visibility }: ForVisible) {
    await assertVisibleEntity({ db: this.#db, entityRef, visibility });
    return { entityRef, facts: await this.#facts.list(entityRef) };
  }

  async listTransitions(query: TransitionsQuery, { visibility }: ForVisible) {
    return listTransitions({ db: this.#db, visibility, ...query });
  }

  async listLevels(entityRefs: readonly string[], { visibility }: ForVisible) {
    return listEntityLevels({
      db: this.#db,
      versions: this.#versions,
      entityRefs,
      visibility,
    });
  }
}
