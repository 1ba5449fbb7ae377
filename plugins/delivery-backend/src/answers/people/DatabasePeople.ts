import { PeopleResponse } from '@fairlead/backstage-plugin-delivery-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbPersonRow } from '../../database/tables';
import { People, PeopleQuery } from './People';

export class DatabasePeople implements People {
  readonly #db: Knex;

  static create(options: { db: Knex }): DatabasePeople {
    return new DatabasePeople(options.db);
  }

  private constructor(db: Knex) {
    this.#db = db;
  }

  async read({ userRefs }: PeopleQuery): Promise<PeopleResponse> {
    // A record may name a user of the catalog as such.
    const persons = new Map(userRefs.map(ref => [ref, [ref]]));
    const query = this.#db<DbPersonRow>('people')
      .orderBy('person')
      .select('person', 'user_ref');
    whereOneOf(query, 'user_ref', [...persons.keys()]);
    for (const { person, user_ref: ref } of await query) {
      persons.get(ref)?.push(person);
    }
    return {
      items: [...persons].map(([userRef, known]) => ({
        userRef,
        persons: known,
      })),
    };
  }
}
