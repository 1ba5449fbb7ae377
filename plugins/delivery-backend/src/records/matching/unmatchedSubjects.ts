import { Knex } from 'knex';

/**
 * Of how many records of a subject it is looked up whom they concern. Those of one subject are mostly alike, and a
 * record that concerns nobody is listed by any other subject of it.
 */
const SAMPLE = 100;

/**
 * The subjects, as `s`, that no entity claims and of which records tell that concern nobody: what an entity is found by
 * another name of lacks nothing, and neither does what all records are gone of.
 */
export function unmatchedSubjects(db: Knex): Knex.QueryBuilder {
  const sample = recordsOfSubject(db)
    .select('t.record_key')
    .orderBy('t.record_key')
    .limit(SAMPLE)
    .as('t');
  return db('subjects as s')
    .where('s.matched', false)
    .whereExists(
      db
        .select(db.raw('1'))
        .from(sample)
        .whereNotExists(
          db('record_entities as e')
            .select(db.raw('1'))
            .whereRaw('e.record_key = t.record_key'),
        ),
    );
}

/** The records, as `t`, of the subject `s` that count for something. */
export function recordsOfSubject(db: Knex): Knex.QueryBuilder {
  return db('record_subjects as t')
    .whereRaw('t.subject_id = s.id')
    .whereNotExists(
      db('records as w')
        .select(db.raw('1'))
        .whereRaw('w.key = t.record_key and w.withdrawn'),
    );
}
