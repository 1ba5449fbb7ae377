import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { changeInTurn } from '@fairlead/database-health';
import { lockRegistry } from './lockRegistry';
import { registerPage } from './registerPage';
import { removeGone } from './removeGone';

/**
 * Keeps the registry: every runbook that an entity, a link or an alert names, and what it serves.
 *
 * @remarks
 *
 * What is due stands in the database (`register_at`), and each page is one transaction, so it may die at any point, run
 * twice, or on two replicas: the registry ends as the copy of the catalog and the alerts say, in whatever order they came.
 */
export class RunbookRegistry {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #portalUrl: string | undefined;

  static create(options: {
    clock?: Clock;
    db: Knex;
    /** Where this Backstage is reached; links to its documentation are known by it. */
    portalUrl?: string;
  }): RunbookRegistry {
    return new RunbookRegistry(options);
  }

  private constructor(options: {
    clock?: Clock;
    db: Knex;
    portalUrl?: string;
  }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#portalUrl = options.portalUrl;
  }

  /** Registers what is due. */
  async run({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    const now = this.#clock();
    const options = { now, portalUrl: this.#portalUrl };
    await changeInTurn(this.#db, async tx => {
      await lockRegistry(tx);
      await removeGone(tx, options);
    });
    for (let count = 1; count > 0 && !signal?.aborted; ) {
      count = await changeInTurn(this.#db, async tx => {
        await lockRegistry(tx);
        return registerPage(tx, options);
      });
    }
  }
}
