import {
  findBroken,
  HEALTH_PARTS,
  HealthPart,
  HealthRules,
  judgeHealth,
  RunbookHealth,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Clock, isPostgres, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import {
  lockEntities,
  markAlertsDue,
  markNamedAlertsDue,
  markValuesDue,
} from '../../database/markDue';
import {
  DbRunbookAlertRow,
  DbRunbookEntityRow,
  DbRunbookRow,
} from '../../database/tables';
import { noteTurns } from './noteTurns';
import { readEvidence, RunbookEvidence } from './readEvidence';

const PAGE_SIZE = 50;

export interface RunbookJudgeOptions {
  clock?: Clock;
  db: Knex;
  rules: HealthRules;
}

/**
 * Judges the health of runbooks where anything changed that it follows from, or where the clock changes it.
 *
 * @remarks
 *
 * The rows of a page stay locked while they are judged: what changes meanwhile marks them again when they are written. So
 * it may run on every replica, twice, or die half-way.
 */
export class RunbookJudge {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #rules: HealthRules;

  static create(options: RunbookJudgeOptions): RunbookJudge {
    return new RunbookJudge(options);
  }

  private constructor(options: RunbookJudgeOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#rules = options.rules;
  }

  /** Judges all that is due. Answers how many that was. */
  async run(options: { signal?: AbortSignal } = {}): Promise<number> {
    let [all, count] = [0, PAGE_SIZE];
    while (count === PAGE_SIZE && !options.signal?.aborted) {
      const now = this.#clock();
      count = await this.#db.transaction(async tx => {
        const due: string[] = await tx<DbRunbookRow>('runbooks')
          .where('judge_at', '<=', now)
          .orderBy(['judge_at', 'id'])
          .limit(PAGE_SIZE)
          .pluck('id');
        await this.#judgePage(tx, due, now);
        return due.length;
      });
      all += count;
    }
    return all;
  }

  /** Judges a runbook at once, for whoever changed something about it and looks at it next. */
  async judge(runbookId: string): Promise<void> {
    await this.#db.transaction(tx =>
      this.#judgePage(tx, [runbookId], this.#clock()),
    );
  }

  async #judgePage(
    tx: Knex.Transaction,
    ids: readonly string[],
    now: number,
  ): Promise<void> {
    const served = await readServed(tx, ids);
    // Entities before runbooks, as whoever registers them does, so that nobody waits in a circle.
    await lockEntities(tx, served);
    const rows = await lockRunbooks(tx, ids);
    const touched = new Set<string>();
    for (const evidence of await readEvidence(tx, rows, { now })) {
      if (await this.#judgeOne(tx, evidence, now)) {
        touched.add(evidence.row.id);
      }
    }
    await markFollowing(tx, [...touched], now);
  }

  /** Answers whether anything is as it was not before. */
  async #judgeOne(
    tx: Knex.Transaction,
    { row, evidence, problems, usedAt }: RunbookEvidence,
    now: number,
  ): Promise<boolean> {
    const { health, changesAt } = judgeHealth(evidence, this.#rules);
    const after = {
      health: JSON.stringify(health),
      problems: JSON.stringify(problems),
      verified_at: evidence.verifiedAt ?? null,
      used_at: usedAt ?? null,
      ...statesOf(health),
    };
    const isSame =
      row.health === after.health &&
      row.problems === after.problems &&
      toNumber(row.verified_at) === after.verified_at &&
      toNumber(row.used_at) === after.used_at;
    await tx<DbRunbookRow>('runbooks')
      .where('id', row.id)
      .update({ judge_at: changesAt ?? null, ...(!isSame && after) });
    await noteTurns(tx, {
      runbookId: row.id,
      broken: findBroken(row, health),
      health,
      now,
    });
    return !isSame;
  }
}

function statesOf(
  health: RunbookHealth,
): Record<HealthPart, RunbookHealth[HealthPart]['state']> {
  return Object.fromEntries(
    HEALTH_PARTS.map(part => [part, health[part].state]),
  ) as ReturnType<typeof statesOf>;
}

function toNumber(time: number | string | null): number | null {
  return time === null ? null : Number(time);
}

async function lockRunbooks(
  tx: Knex.Transaction,
  ids: readonly string[],
): Promise<DbRunbookRow[]> {
  const query = tx<DbRunbookRow>('runbooks').select('*').orderBy('id');
  whereOneOf(query, 'id', ids);
  if (isPostgres(tx)) {
    query.forNoKeyUpdate();
  }
  return query;
}

async function readServed(
  tx: Knex.Transaction,
  runbookIds: readonly string[],
): Promise<string[]> {
  const query = tx<DbRunbookEntityRow>('runbook_entities')
    .distinct()
    .orderBy('entity_ref');
  whereOneOf(query, 'runbook_id', runbookIds);
  return query.pluck('entity_ref');
}

/** The alerts that may lead to these runbooks are looked at again, and what is told of the entities that they serve. */
async function markFollowing(
  tx: Knex.Transaction,
  runbookIds: readonly string[],
  now: number,
): Promise<void> {
  if (runbookIds.length === 0) {
    return;
  }
  const entityRefs = await readServed(tx, runbookIds);
  const named = tx<DbRunbookAlertRow>('runbook_alerts').distinct();
  whereOneOf(named, 'runbook_id', runbookIds);
  const patterns: string[] = await named.pluck('pattern');
  await markAlertsDue(tx, { entityRefs, now });
  await markValuesDue(tx, { entityRefs, now });
  await markNamedAlertsDue(tx, { patterns, now });
}
