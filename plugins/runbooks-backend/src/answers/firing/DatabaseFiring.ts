import { FiringAnswer } from '@fairlead/backstage-plugin-runbooks-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { ForVisible } from '../../catalog/visibility';
import { isoTime } from '../../database/isoTime';
import { DbFiringRow } from '../../database/tables';
import { queryFiring, readFiringAlerts } from '../alerts';
import { readTeamsBelow } from '../owners';

/** More than a page can show. */
const MOST = 500;

/** What an answer is restricted to, and for whose teams it is. */
export interface ForOwner extends ForVisible {
  /** Refs that stand for the caller as an owner; empty for a service. */
  ownershipRefs: readonly string[];
}

/** Reads what fires. */
export class DatabaseFiring {
  readonly #db: Knex;

  static create(options: { db: Knex }): DatabaseFiring {
    return new DatabaseFiring(options);
  }

  private constructor(options: { db: Knex }) {
    this.#db = options.db;
  }

  async list(
    options: { owners: readonly string[]; mine: boolean },
    { visible, ownershipRefs }: ForOwner,
  ): Promise<FiringAnswer> {
    const db = this.#db;
    const { owners, mine } = options;
    const firing = queryFiring(db, { visible });
    if (mine || owners.length > 0) {
      const asked = mine ? [...owners, ...ownershipRefs] : owners;
      whereOneOf(firing, 'e.owner_ref', await readTeamsBelow(db, asked));
    }
    const [items, [{ count }], heard] = await Promise.all([
      readFiringAlerts(db, firing, { limit: MOST, visible }),
      firing.clone().count({ count: '*' }),
      db<DbFiringRow>('firings').max({ at: 'told_at' }).first(),
    ]);
    return {
      items,
      totalItems: Number(count),
      ...(heard?.at && { heardAt: isoTime(heard.at) }),
    };
  }
}
