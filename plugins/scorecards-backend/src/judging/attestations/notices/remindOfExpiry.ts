import { Knex } from 'knex';
import { DbAttestationRow } from '../../../database/tables';
import { Send } from './about';
import { describeExpiring } from './describeExpiring';

/**
 * Reminds teams of their answers that expire soon, each once: so long ahead as told, or in the second half of an answer
 * that holds for less. All about one entity are told together. Answers how many it reminded of.
 *
 * @remarks
 *
 * An answer is noted as told before it is: whoever is killed in between tells it to nobody, which is better than telling
 * it with each start.
 */
export async function remindOfExpiry(
  db: Knex,
  options: {
    /** Milliseconds. */
    ahead: number;
    now: number;
    send: Send;
  },
): Promise<number> {
  const { ahead, now, send } = options;
  const taken: DbAttestationRow[] = await db<DbAttestationRow>('attestations')
    .whereNull('reminded_at')
    .where('expires_at', '>', now)
    .where('expires_at', '<=', now + ahead)
    .whereRaw('(expires_at - ?) * 2 <= expires_at - answered_at', [now])
    .whereNotExists(
      db('attestations as later')
        .select(db.raw('1'))
        .whereRaw(
          'later.entity_ref = attestations.entity_ref and later.scorecard_ref = attestations.scorecard_ref and later.check_id = attestations.check_id and later.team_ref = attestations.team_ref and later.seq > attestations.seq',
        ),
    )
    .whereNotExists(
      db('decisions as d')
        .select(db.raw('1'))
        .where({ 'd.subject_kind': 'attestation', 'd.move': 'set-aside' })
        .whereRaw('d.subject_id = attestations.id'),
    )
    .update({ reminded_at: now })
    .returning('*');
  for (const rows of groupByTeamAndEntity(taken)) {
    await send(rows[0].team_ref, describeExpiring(rows));
  }
  return taken.length;
}

function groupByTeamAndEntity(
  rows: readonly DbAttestationRow[],
): Iterable<DbAttestationRow[]> {
  const groups = new Map<string, DbAttestationRow[]>();
  for (const row of rows) {
    const key = `${row.team_ref} ${row.entity_ref}`;
    const group = groups.get(key);
    if (group) {
      group.push(row);
    } else {
      groups.set(key, [row]);
    }
  }
  return groups.values();
}
