import { Waiver } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { DbWaiverRow } from '../../database/tables';
import { readWaiver } from './readWaiver';
import { WaiverStore } from './WaiverStore';

const CURRENT: Waiver['state'][] = ['requested', 'approved'];

export class DatabaseWaiverStore implements WaiverStore {
  readonly #db: Knex;

  static create(options: { db: Knex }): DatabaseWaiverStore {
    return new DatabaseWaiverStore(options.db);
  }

  private constructor(db: Knex) {
    this.#db = db;
  }

  async get(id: string): Promise<Waiver | undefined> {
    const row = await this.#db<DbWaiverRow>('waivers').where({ id }).first();
    return row && readWaiver(row);
  }

  async listCurrent(entityRef: string): Promise<Waiver[]> {
    const rows = await this.#db<DbWaiverRow>('waivers')
      .where('entity_ref', entityRef)
      .whereIn('state', CURRENT)
      .orderBy('requested_at');
    return rows.map(readWaiver);
  }
}
