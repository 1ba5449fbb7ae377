import {
  HealthPart,
  RunbookHealth,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Knex } from 'knex';
import { DbNoticeRow } from '../../database/tables';

/** The parts whose turn to the worse is told: it is gone, it is no longer whole, or nobody vouches for it any more. */
const TOLD: readonly HealthPart[] = ['resolves', 'complete', 'fresh'];

/** Notes what turned bad, to be told once, and forgets it when it is well again. */
export async function noteTurns(
  tx: Knex.Transaction,
  options: {
    runbookId: string;
    broken: readonly HealthPart[];
    health: RunbookHealth;
    now: number;
  },
): Promise<void> {
  const { runbookId, broken, health, now } = options;
  const well = TOLD.filter(part => health[part].state === 'ok');
  if (well.length > 0) {
    await tx<DbNoticeRow>('notices')
      .where('runbook_id', runbookId)
      .whereIn('part', well)
      .delete();
  }
  const turned = TOLD.filter(part => broken.includes(part));
  if (turned.length > 0) {
    await tx<DbNoticeRow>('notices')
      .insert(
        turned.map(part => ({
          runbook_id: runbookId,
          part,
          state: health[part].state,
          since: now,
          told_at: null,
        })),
      )
      .onConflict(['runbook_id', 'part'])
      .ignore();
  }
}
