import { Knex } from 'knex';
import { DbEntityRow } from '../../database/tables';
import { FactStore } from '../../intake/facts/FactStore';
import { ScorecardInForce } from '../../judging/definitions/ScorecardDefinitions';
import { Candidate } from '../../judging/evaluation/Candidate';
import { loadCandidates } from '../../judging/evaluation/loadCandidates';

/** Reads what one entity is judged from; undefined when it is not there any more. */
export async function readJudgedEntity(
  db: Knex,
  options: {
    entityRef: string;
    facts: FactStore;
    now: number;
    scorecards: readonly ScorecardInForce[];
  },
): Promise<Candidate | undefined> {
  const row = await db<DbEntityRow>('entities')
    .where('entity_ref', options.entityRef)
    .first('entity_ref', 'revision', 'entity', 'evaluate_at');
  const [candidate] = row
    ? await loadCandidates(db, { ...options, entities: [row] })
    : [];
  return candidate;
}
