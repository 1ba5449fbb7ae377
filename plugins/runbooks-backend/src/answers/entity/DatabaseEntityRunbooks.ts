import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { ForVisible } from '../../catalog/visibility';
import { EntityRunbooksAnswers } from './EntityRunbooksAnswers';
import { EntityRunbooksReader } from './EntityRunbooksReader';

/** Reads by the entity's ref. */
export class DatabaseEntityRunbooks
  implements EntityRunbooksAnswers<ForVisible>
{
  readonly #reader: EntityRunbooksReader;

  static create(options: {
    clock?: Clock;
    db: Knex;
    windowDays: number;
  }): DatabaseEntityRunbooks {
    return new DatabaseEntityRunbooks(options);
  }

  private constructor(options: {
    clock?: Clock;
    db: Knex;
    windowDays: number;
  }) {
    this.#reader = new EntityRunbooksReader(options);
  }

  async get(entityRef: string, { visible }: ForVisible) {
    return this.#reader.read(entityRef, visible);
  }
}
