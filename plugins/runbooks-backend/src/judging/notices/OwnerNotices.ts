import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Clock, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbNoticeRow, DbRunbookRow } from '../../database/tables';
import { describeTurns, Turn } from './describeTurns';

export interface OwnerNoticesOptions {
  clock?: Clock;
  db: Knex;
  /** Off, what turns bad is noted and told to nobody, also later. */
  isEnabled: boolean;
  logger: LoggerService;
  notifications: NotificationService;
}

/**
 * Tells owners which of their runbooks turned bad, all of a run in one notification.
 *
 * @remarks
 *
 * A turn is taken off the list before it is told: whoever is killed in between tells it to nobody, which is better than
 * telling it with each start. Where nobody takes notifications, that is logged once and everything goes on.
 */
export class OwnerNotices {
  readonly #clock: Clock;
  readonly #options: OwnerNoticesOptions;
  #hasFailed = false;

  static create(options: OwnerNoticesOptions): OwnerNotices {
    return new OwnerNotices(options);
  }

  private constructor(options: OwnerNoticesOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
  }

  /** Tells what turned bad since the last time. */
  async run(): Promise<void> {
    const { db, isEnabled } = this.#options;
    const taken: DbNoticeRow[] = await db<DbNoticeRow>('notices')
      .whereNull('told_at')
      .update({ told_at: this.#clock() })
      .returning('*');
    if (taken.length === 0 || !isEnabled) {
      return;
    }
    for (const [ownerRef, turns] of await groupByOwner(db, taken)) {
      await this.#tell(ownerRef, turns);
    }
  }

  async #tell(ownerRef: string, turns: readonly Turn[]): Promise<void> {
    const { logger, notifications } = this.#options;
    try {
      await notifications.send({
        recipients: { type: 'entity', entityRef: ownerRef },
        payload: describeTurns(turns),
      });
      this.#hasFailed = false;
    } catch (error) {
      if (!this.#hasFailed) {
        logger.warn(
          `Owners are not told which of their runbooks turned bad; install the notifications backend, or set 'runbooks.notifications.enabled' to false`,
          toError(error),
        );
      }
      this.#hasFailed = true;
    }
  }
}

async function groupByOwner(
  db: Knex,
  taken: readonly DbNoticeRow[],
): Promise<Map<string, Turn[]>> {
  const query = db<DbRunbookRow>('runbooks')
    .select('id', 'title', 'owner_ref', 'health')
    .orderBy(['title', 'id']);
  whereOneOf(
    query,
    'id',
    taken.map(row => row.runbook_id),
  );
  const groups = new Map<string, Turn[]>();
  for (const row of (await query) as DbRunbookRow[]) {
    if (row.owner_ref !== null) {
      const health = JSON.parse(row.health);
      const turns = taken
        .filter(notice => notice.runbook_id === row.id)
        .map(({ part }) => ({
          runbookId: row.id,
          title: row.title,
          part,
          reason: health[part]?.reason,
        }));
      groups.set(row.owner_ref, [
        ...(groups.get(row.owner_ref) ?? []),
        ...turns,
      ]);
    }
  }
  return groups;
}
