import { ConflictError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { Clock } from '@fairlead/bulk-sql';
import { RunbookVerification } from '@fairlead/backstage-plugin-runbooks-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { changeInTurn } from '@fairlead/database-health';
import { isoTime } from '../../database/isoTime';
import { DbRunbookCopyRow } from '../../database/tables';
import { storeVerification } from './storeVerification';
import { Verifications } from './Verifications';

export class DatabaseVerifications implements Verifications {
  readonly #clock: Clock;
  readonly #db: Knex;

  static create(options: { clock?: Clock; db: Knex }): DatabaseVerifications {
    return new DatabaseVerifications(options);
  }

  private constructor(options: { clock?: Clock; db: Knex }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
  }

  async give({
    runbookId,
    textHash,
    by,
  }: {
    runbookId: string;
    textHash?: string;
    by: string;
  }): Promise<RunbookVerification> {
    const now = this.#clock();
    await changeInTurn(this.#db, async tx => {
      const copy = await tx<DbRunbookCopyRow>('runbook_copies')
        .where('runbook_id', runbookId)
        .first('text_hash');
      if (textHash !== undefined && textHash !== copy?.text_hash) {
        throw new ConflictError(
          isolated`The text of the runbook '${runbookId}' changed since you read it; read it again`,
        );
      }
      await storeVerification(tx, {
        id: randomUUID(),
        runbookId,
        how: 'read',
        textHash: copy?.text_hash ?? null,
        by,
        at: now,
        now,
      });
    });
    return { runbookId, verifiedAt: isoTime(now) };
  }
}
