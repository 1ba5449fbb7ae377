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
  const sample = db('record_subjects')
    .select('record_key')
    .whereRaw('subject_id = s.id')
    .orderBy('record_key')
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
