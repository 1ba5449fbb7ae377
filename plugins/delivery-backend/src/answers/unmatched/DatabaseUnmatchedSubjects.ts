import { cutPage, decodeCursor } from '@fairlead/backend-routes';
import {
  Page,
  UnmatchedSubject,
} from '@fairlead/backstage-plugin-delivery-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { isoTime } from '../../database/isoTime';
import { DbSubjectRow } from '../../database/tables';
import { recordsOfSubject, unmatchedSubjects } from '../../records/matching';
import { UnmatchedSubjects, UnmatchedSubjectsQuery } from './UnmatchedSubjects';

/** When a subject was last told of, and its id. */
const SortKey = z.tuple([z.int(), z.int()]);

export class DatabaseUnmatchedSubjects implements UnmatchedSubjects {
  readonly #db: Knex;

  static create(options: { db: Knex }): DatabaseUnmatchedSubjects {
    return new DatabaseUnmatchedSubjects(options);
  }

  private constructor(options: { db: Knex }) {
    this.#db = options.db;
  }

  async list(query: UnmatchedSubjectsQuery): Promise<Page<UnmatchedSubject>> {
    const { source, limit } = query;
    const list = ['unmatched', source];
    const after = decodeCursor(list, SortKey, query.cursor);

    const all = unmatchedSubjects(this.#db);
    if (source) {
      all.where('s.source', source);
    }
    const page = all
      .clone()
      .select('s.*', recordsOfSubject(this.#db).count('*').as('count'))
      .orderBy([
        { column: 's.last_at', order: 'desc' },
        { column: 's.id', order: 'desc' },
      ])
      .limit(limit + 1);
    if (after) {
      page.whereRaw('(s.last_at, s.id) < (?, ?)', after);
    }

    const [rows, [{ total }]] = await Promise.all([
      page as Promise<(DbSubjectRow & { count: number | string })[]>,
      all.count({ total: '*' }),
    ]);
    const { shown, next } = cutPage(rows, {
      limit,
      list,
      keyOf: row => [Number(row.last_at), Number(row.id)],
    });
    return {
      items: shown.map(row => ({
        source: row.source,
        annotation: row.annotation,
        value: row.value,
        count: Number(row.count),
        firstAt: isoTime(row.first_at),
        lastAt: isoTime(row.last_at),
      })),
      totalItems: Number(total),
      ...next,
    };
  }
}
