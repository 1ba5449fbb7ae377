import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** Remembers how far a replay has sent, or when something of the demo was. */
export class ReplayProgress {
  readonly #db: Knex;
  readonly #id: string;

  static async create(
    database: DatabaseService,
    id:
      | 'year'
      | 'uses'
      | 'newcomers'
      | 'decisions'
      | 'first-day'
      | `first-change ${string}`,
  ): Promise<ReplayProgress> {
    const db = await database.getClient();
    if (!database.migrations?.skip) {
      await db.migrate.latest({
        directory: resolvePackagePath('backend', 'migrations', 'demo'),
      });
    }
    return new ReplayProgress(db, id);
  }

  private constructor(db: Knex, id: string) {
    this.#db = db;
    this.#id = id;
  }

  /** Milliseconds since the epoch; undefined before anything was sent. */
  async get(): Promise<number | undefined> {
    const row = await this.#db('replays').where({ id: this.#id }).first();
    return row && Number(row.sent_up_to);
  }

  async set(sentUpTo: number): Promise<void> {
    await this.#db('replays')
      .insert({ id: this.#id, sent_up_to: sentUpTo })
      .onConflict('id')
      .merge();
  }
}
