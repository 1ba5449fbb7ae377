import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

const ID = 'year';

/** Remembers how far the year has been sent. */
export class ReplayProgress {
  readonly #db: Knex;

  static async create(database: DatabaseService): Promise<ReplayProgress> {
    const db = await database.getClient();
    if (!database.migrations?.skip) {
      await db.migrate.latest({
        directory: resolvePackagePath('backend', 'migrations', 'demo'),
      });
    }
    return new ReplayProgress(db);
  }

  private constructor(db: Knex) {
    this.#db = db;
  }

  /** Milliseconds since the epoch; undefined before anything was sent. */
  async get(): Promise<number | undefined> {
    const row = await this.#db('replays').where({ id: ID }).first();
    return row && Number(row.sent_up_to);
  }

  async set(sentUpTo: number): Promise<void> {
    await this.#db('replays')
      .insert({ id: ID, sent_up_to: sentUpTo })
      .onConflict('id')
      .merge();
  }
}
