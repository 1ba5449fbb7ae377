import {
  Waiver,
  WaiverDetailsResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbWaiverRow } from '../../database/tables';
import { DecisionLog } from '../decisions/DecisionLog';
import { CURRENT_STATES } from './expireWaivers';
import { readWaivers, withoutDecisions } from './readWaivers';
import { WaiverStore } from './WaiverStore';

export interface DatabaseWaiverStoreOptions {
  clock?: Clock;
  db: Knex;
  log: DecisionLog;
}

export class DatabaseWaiverStore implements WaiverStore {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #log: DecisionLog;

  static create(options: DatabaseWaiverStoreOptions): DatabaseWaiverStore {
    return new DatabaseWaiverStore(options);
  }

  private constructor(options: DatabaseWaiverStoreOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#log = options.log;
  }

  async get(id: string): Promise<WaiverDetailsResponse | undefined> {
    const rows = await this.#db<DbWaiverRow>('waivers').where({ id });
    const [waiver] = await this.#read(rows);
    return waiver;
  }

  async listCurrent(entityRef: string): Promise<Waiver[]> {
    const rows = await this.#db<DbWaiverRow>('waivers')
      .where('entity_ref', entityRef)
      .whereIn('state', CURRENT_STATES)
      .where('expires_at', '>', this.#clock())
      // The one that is in force before the one that is to follow.
      .orderBy(['requested_at', 'id']);
    return (await this.#read(rows)).map(withoutDecisions);
  }

  #read(rows: readonly DbWaiverRow[]): Promise<WaiverDetailsResponse[]> {
    return readWaivers(rows, {
      db: this.#db,
      log: this.#log,
      now: this.#clock(),
    });
  }
}
