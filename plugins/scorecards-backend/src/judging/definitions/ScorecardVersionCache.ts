import { ScorecardEntityV1alpha1 } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { DbScorecardVersionRow } from '../../database/tables';

const MAX_VERSIONS = 500;

type VersionKey = Pick<DbScorecardVersionRow, 'scorecard_ref' | 'version'>;

/**
 * The definitions that stored results were made with. A version never changes once written, so that each is read from
 * the database once; while a new version is being evaluated, results of two versions stand side by side.
 */
export class ScorecardVersionCache {
  readonly #db: Knex;
  readonly #definitions = new Map<string, ScorecardEntityV1alpha1>();

  constructor(options: { db: Knex }) {
    this.#db = options.db;
  }

  /** Makes the definitions behind the rows ready; the function returned gives undefined for one that was removed. */
  async load(
    rows: readonly VersionKey[],
  ): Promise<(row: VersionKey) => ScorecardEntityV1alpha1 | undefined> {
    const loaded = new Map<string, ScorecardEntityV1alpha1>();
    const missing = new Map<string, VersionKey>();
    for (const row of rows) {
      const key = keyOf(row);
      const definition = this.#definitions.get(key);
      if (definition) {
        loaded.set(key, definition);
      } else {
        missing.set(key, row);
      }
    }
    if (missing.size) {
      for (const row of await this.#read([...missing.values()])) {
        const definition = JSON.parse(row.definition);
        loaded.set(keyOf(row), definition);
        this.#keep(keyOf(row), definition);
      }
    }
    return row => loaded.get(keyOf(row));
  }

  async #read(keys: VersionKey[]) {
    return this.#db<DbScorecardVersionRow>('scorecard_versions')
      .select('scorecard_ref', 'version', 'definition')
      .whereIn(
        ['scorecard_ref', 'version'],
        keys.map(key => [key.scorecard_ref, key.version]),
      );
  }

  #keep(key: string, definition: ScorecardEntityV1alpha1) {
    this.#definitions.set(key, definition);
    for (const oldest of this.#definitions.keys()) {
      if (this.#definitions.size <= MAX_VERSIONS) {
        break;
      }
      this.#definitions.delete(oldest);
    }
  }
}

function keyOf(row: VersionKey): string {
  return `${row.scorecard_ref}@${row.version}`;
}
