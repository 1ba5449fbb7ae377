import { Knex } from 'knex';
import { restrictToVisible, VisibleEntities } from '@fairlead/catalog-copy';
import { DbEntityRow } from '../../database/tables';
import { ScoredEntities } from './ScoredEntities';

/** Kinds without results of which an answer shows entities nevertheless: definitions, and the teams of a rollup. */
const SHOWN_KINDS = ['scorecard', 'group'];

/** Reads the stored copy of the catalog. */
export class DatabaseScoredEntities implements ScoredEntities {
  readonly #db: Knex;

  static create(options: { db: Knex }): DatabaseScoredEntities {
    return new DatabaseScoredEntities(options);
  }

  private constructor(options: { db: Knex }) {
    this.#db = options.db;
  }

  async listScorecardRefs(visible: VisibleEntities): Promise<string[]> {
    const query = this.#db<DbEntityRow>('entities as e')
      .where('e.kind', 'scorecard')
      .orderBy('e.entity_ref');
    restrictToVisible(query, visible);
    return query.pluck('e.entity_ref');
  }

  async listKinds(): Promise<string[]> {
    const scored: string[] = await this.#db('entities as e')
      .whereExists(
        this.#db('results as r').whereRaw('r.entity_ref = e.entity_ref'),
      )
      .distinct()
      .pluck('e.kind');
    return [...new Set([...scored, ...SHOWN_KINDS])];
  }
}
