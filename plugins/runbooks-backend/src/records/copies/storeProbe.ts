import {
  HealthState,
  ProbeVerdict,
} from '@fairlead/backstage-plugin-runbooks-common';
import { insertRows } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { markRunbooksDue } from '../../database/markDue';
import { DbRunbookCopyRow, DbRunbookProbeRow } from '../../database/tables';
import { AddressReading } from '../../intake/probes';
import { LeasedProbe } from './leaseProbes';
import { COPY_COLUMNS, hashText } from './storeEntityTexts';

/**
 * Keeps what a look at an address showed, and the text if it is a good one. Nothing, where the address is another one by
 * now, or its lease ran out and somebody else looks.
 */
export async function storeProbe(
  db: Knex,
  leased: LeasedProbe,
  options: {
    reading: AddressReading;
    verdict: ProbeVerdict;
    now: number;
    dueAt: number;
    /** Until when the host is left alone. */
    restUntil: number;
  },
): Promise<void> {
  const { now, reading, verdict } = options;
  const { outcome, validators } = reading;
  const { runbook_id: id, url, leased_until: until } = leased;
  const answer = outcome.kind === 'answer' ? outcome : undefined;
  const isOk = isSettledOk(verdict);
  await db.transaction(async tx => {
    const count = await tx<DbRunbookProbeRow>('runbook_probes')
      .where({ runbook_id: id, url, leased_until: until })
      .update({
        due_at: options.dueAt,
        leased_until: options.restUntil,
        probed_at: now,
        state: verdict.state,
        reason: verdict.reason ?? null,
        failures: verdict.failures,
        status: answer?.status ?? null,
        is_too_long: answer?.page?.isTooLong ?? (isOk && leased.is_too_long),
        ...(answer && { final_url: answer.url }),
        // Kept only of a page that is the runbook: a login page may have validators, too, and would answer 304 with them.
        ...(verdict.isReadable && {
          etag: validators?.etag ?? null,
          last_modified: validators?.lastModified ?? null,
        }),
        ...(isOk && { ok_at: now }),
      });
    if (count === 0) {
      return;
    }
    if (verdict.isReadable && reading.text !== undefined) {
      await storeCopy(tx, {
        runbook_id: id,
        text: reading.text,
        text_hash: hashText(reading.text),
        base_url: reading.baseUrl ?? null,
        copied_at: now,
      });
    }
    await markRunbooksDue(tx, { runbookIds: [id], now });
  });
}

/** An answer says that it is well; not merely that it was, before it failed. */
function isSettledOk({
  state,
  failures,
}: {
  state: HealthState;
  failures: number;
}): boolean {
  return state === 'ok' && failures === 0;
}

async function storeCopy(
  tx: Knex.Transaction,
  copy: DbRunbookCopyRow & { copied_at: number },
): Promise<void> {
  const stored = await tx<DbRunbookCopyRow>('runbook_copies')
    .where('runbook_id', copy.runbook_id)
    .first('text_hash', 'base_url');
  if (
    stored?.text_hash !== copy.text_hash ||
    stored.base_url !== copy.base_url
  ) {
    await insertRows(tx, {
      table: 'runbook_copies',
      columns: COPY_COLUMNS,
      rows: [copy],
      onConflict: { key: ['runbook_id'] },
    });
  }
}
