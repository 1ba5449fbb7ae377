import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { Clock, isPostgres } from '@fairlead/bulk-sql';
import {
  RunbookUse,
  UseSignal,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Knex } from 'knex';
import { createHash, randomUUID } from 'node:crypto';
import { changeInTurn } from '@fairlead/database-health';
import { isoTime } from '../../database/isoTime';
import { markRunbooksDue, markValuesDue } from '../../database/markDue';
import { nextTime } from '../../database/nextTime';
import {
  DbAlertRow,
  DbRunbookCopyRow,
  DbRunbookRow,
  DbUseRow,
  DbUseTickRow,
} from '../../database/tables';
import { storeVerification } from '../verifications';
import { assertUnderWay, changeUse, isSo } from './changeUse';
import { readUse } from './readUse';
import { snapshotSteps } from './snapshotSteps';
import { Told, UseChange, UseEnd, Uses, UseToStart } from './Uses';

export interface DatabaseUsesOptions {
  clock?: Clock;
  db: Knex;
  /** Called after a use changed. */
  onChange?: (signal: UseSignal) => void;
}

export class DatabaseUses implements Uses {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #onChange: (signal: UseSignal) => void;

  static create(options: DatabaseUsesOptions): DatabaseUses {
    return new DatabaseUses(options);
  }

  private constructor(options: DatabaseUsesOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#onChange = options.onChange ?? (() => undefined);
  }

  async start(use: UseToStart): Promise<{ use: RunbookUse; isNew: boolean }> {
    const row = await this.#createRow(use);
    for (;;) {
      if (await this.#insert(row)) {
        this.#onChange({ useId: row.id, revision: row.revision });
        return { use: readUse(row), isNew: true };
      }
      const before = await this.#db<DbUseRow>('uses')
        .where('id', row.id)
        .orWhere('under_way', row.under_way)
        .first();
      // The other use was finished between the two statements if it is not found: the next turn starts this one.
      if (before) {
        return { use: readUse(before), isNew: false };
      }
    }
  }

  async change(id: string, change: UseChange, told: Told): Promise<RunbookUse> {
    const now = this.#clock();
    const [use, isChanged] = await changeInTurn(this.#db, async tx => {
      const row = await lockUse(tx, id);
      const before = readUse(row);
      // An import that is told again tells the past of what is past.
      if (isSo(before, change)) {
        return [before, false];
      }
      assertUnderWay(before);
      const at = timeOf(before, told, { field: 'at', now });
      const after = changeUse(before, change, isoTime(at));
      await tx<DbUseRow>('uses')
        .where({ id })
        .update({
          steps: JSON.stringify(after.steps),
          links: JSON.stringify(after.links),
          revision: after.revision,
        });
      if ('step' in change) {
        await tx<DbUseTickRow>('use_ticks').insert({
          use_id: id,
          revision: after.revision,
          step_id: change.step,
          done: change.done,
          ticked_by: told.by,
          at,
        });
      }
      return [after, true];
    });
    if (isChanged) {
      this.#onChange({ useId: id, revision: use.revision });
    }
    return use;
  }

  async finish(id: string, end: UseEnd, told: Told): Promise<RunbookUse> {
    const now = this.#clock();
    const finished = await changeInTurn(this.#db, async tx => {
      const row = await lockUse(tx, id);
      if (row.finished_at !== null) {
        throw new ConflictError(
          isolated`The use '${id}' is finished already, as '${row.outcome}'`,
        );
      }
      const at = timeOf(readUse(row), told, { field: 'finishedAt', now });
      const changes = {
        finished_at: at,
        outcome: end.outcome,
        note: end.note || null,
        revision: row.revision + 1,
        under_way: null,
      };
      await tx<DbUseRow>('uses').where({ id }).update(changes);
      await markShown(tx, row, now);
      const isOfPerson = end.byPerson && !row.by_agent;
      if (isOfPerson && end.outcome === 'helped') {
        await storeVerification(tx, {
          id,
          runbookId: row.runbook_id,
          how: 'used',
          textHash: null,
          by: told.by,
          at,
          now,
        });
      }
      if (isOfPerson && row.purpose === 'drill') {
        await tx<DbUseRow>('uses')
          .where({ id })
          .update({
            drill_told_at: await nextTime(tx, { clock: 'drills', now }),
          });
      }
      return readUse({ ...row, ...changes });
    });
    this.#onChange({ useId: id, revision: finished.revision });
    return finished;
  }

  /** Whether it was written: not where its id is taken, or another one is under way for the same thing. */
  async #insert(row: DbUseRow): Promise<boolean> {
    return changeInTurn(this.#db, async tx => {
      const inserted = await tx<DbUseRow>('uses')
        .insert(row)
        .onConflict()
        .ignore()
        .returning('id');
      await markShown(tx, row, this.#clock());
      return inserted.length > 0;
    });
  }

  async #createRow(use: UseToStart): Promise<DbUseRow> {
    const now = this.#clock();
    const startedAt = use.startedAt ?? now;
    assertPast(startedAt, { field: 'startedAt', now });
    const runbook = await this.#db<DbRunbookRow>('runbooks')
      .where('id', use.runbook)
      .first('title');
    const copy = await this.#db<DbRunbookCopyRow>('runbook_copies')
      .where('runbook_id', use.runbook)
      .first('text');
    const incident = 'incident' in use.for ? use.for.incident : null;
    const alert = 'alert' in use.for ? use.for.alert : null;
    const labels = use.labels ?? (await this.#readLabels(alert, use.entity));
    // A drill is of whoever holds it; what really happens is everybody's, but an agent's use never takes a person's.
    const sameThing = [
      use.runbook,
      use.entity,
      use.for,
      use.byAgent,
      'drill' in use.for ? use.startedBy : undefined,
    ];
    return {
      id:
        use.startedAt === undefined
          ? randomUUID()
          : digest([...sameThing, use.startedBy, startedAt]),
      runbook_id: use.runbook,
      title: runbook?.title ?? use.runbook,
      entity_ref: use.entity ?? null,
      purpose: 'drill' in use.for ? 'drill' : 'incident',
      incident_key: incident,
      alert,
      labels: JSON.stringify(labels),
      by_agent: use.byAgent,
      started_by: use.startedBy,
      started_at: startedAt,
      finished_at: null,
      outcome: null,
      note: null,
      steps: JSON.stringify(snapshotSteps(copy?.text)),
      links: '[]',
      revision: 1,
      under_way: digest(sameThing),
      drill_told_at: null,
    };
  }

  /** Those of the alert as it fired last on the entity. */
  async #readLabels(
    alert: string | null,
    entityRef: string | undefined,
  ): Promise<Record<string, string>> {
    if (alert === null || entityRef === undefined) {
      return {};
    }
    const row = await this.#db<DbAlertRow>('alerts')
      .where({ alert, entity_ref: entityRef })
      .first('labels');
    return row ? JSON.parse(row.labels) : {};
  }
}

/** A digest that is the same for the same things: an import that is told again is found again. */
function digest(things: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(things))
    .digest('base64url')
    .slice(0, 32);
}

/** Changes of one use wait for each other, so that none undoes another. SQLite writes one at a time. */
async function lockUse(tx: Knex.Transaction, id: string): Promise<DbUseRow> {
  const query = tx<DbUseRow>('uses').where({ id }).first();
  const row = await (isPostgres(tx) ? query.forUpdate() : query);
  if (!row) {
    throw unknownUse(id);
  }
  return row;
}

/** The one error for a use that does not exist and for one that the caller may not see. */
export function unknownUse(id: string): NotFoundError {
  return new NotFoundError(
    isolated`There is no use '${id}', or you may not see it`,
  );
}

/**
 * The page of an entity shows what is in use for it, and the registry when a runbook was used last. Entities before
 * runbooks, as whoever judges these does, so that nobody waits in a circle.
 */
async function markShown(
  tx: Knex.Transaction,
  use: Pick<DbUseRow, 'runbook_id' | 'entity_ref'>,
  now: number,
): Promise<void> {
  if (use.entity_ref !== null) {
    await markValuesDue(tx, { entityRefs: [use.entity_ref], now });
  }
  await markRunbooksDue(tx, { runbookIds: [use.runbook_id], now });
}

/**
 * When something that is told of a use was so. Throws an InputError for an import that tells a time before what is known
 * of the use, or one that is still to come; what is told now is never refused because two clocks differ.
 */
function timeOf(
  use: RunbookUse,
  told: Told,
  { field, now }: { field: string; now: number },
): number {
  const times = [
    use.startedAt,
    ...use.steps.flatMap(step => step.at ?? []),
    ...use.links.map(link => link.at),
  ].map(time => Date.parse(time));
  const last = Math.max(...times);
  if (told.at === undefined) {
    return Math.max(now, last);
  }
  assertPast(told.at, { field, now });
  if (told.at < last) {
    throw new InputError(
      `Body '${field}': lies before ${isoTime(
        last,
      )}, of which something is told already`,
    );
  }
  return told.at;
}

function assertPast(
  at: number,
  { field, now }: { field: string; now: number },
): void {
  if (at > now) {
    throw new InputError(`Body '${field}': lies in the future`);
  }
}
