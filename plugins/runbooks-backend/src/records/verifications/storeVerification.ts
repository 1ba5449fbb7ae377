import { Knex } from 'knex';
import { markRunbooksDue } from '../../database/markDue';
import { DbRunbookRow, DbVerificationRow } from '../../database/tables';

/** That a person said, by reading or by using it, that a runbook holds. */
export interface StoredVerification {
  id: string;
  runbookId: string;
  how: 'read' | 'used';
  textHash: string | null;
  by: string;
  /** Milliseconds since the epoch. */
  at: number;
  now: number;
}

/** Keeps a verification, and has the health of the runbook judged again. */
export async function storeVerification(
  tx: Knex.Transaction,
  { id, runbookId, how, textHash, by, at, now }: StoredVerification,
): Promise<void> {
  await tx<DbVerificationRow>('verifications').insert({
    id,
    runbook_id: runbookId,
    how,
    text_hash: textHash,
    verified_by: by,
    at,
  });
  await tx<DbRunbookRow>('runbooks')
    .where('id', runbookId)
    .update({ verified_at: later(tx, 'verified_at', at) });
  await markRunbooksDue(tx, { runbookIds: [runbookId], now });
}

/** What stands in a column of a time, or a later one: imports tell of the past. */
function later(tx: Knex, column: string, at: number): Knex.Raw {
  return tx.raw('case when ?? > ? then ?? else ? end', [
    column,
    at,
    column,
    at,
  ]);
}
