import { Knex } from 'knex';
import {
  markAlertsDue,
  markEntitiesDue,
  markNamedAlertsDue,
  markRunbooksDue,
  markValuesDue,
} from '../../database/markDue';

/** What a change of the registry touches, and what therefore is worked out again. */
export class Touched {
  /** Those that a runbook serves, or served. */
  readonly served = new Set<string>();
  /** Those that name an address whose runbook may be another one now. */
  readonly naming = new Set<string>();
  /** Names of alerts, with globs, that lead to a runbook, or led to it. */
  readonly alerts = new Set<string>();
  readonly runbooks = new Set<string>();

  async mark(tx: Knex.Transaction, options: { now: number }): Promise<void> {
    const entityRefs = [...this.served].sort();
    await markAlertsDue(tx, { ...options, entityRefs });
    await markValuesDue(tx, { ...options, entityRefs });
    await markEntitiesDue(tx, {
      ...options,
      entityRefs: [...this.naming].sort(),
    });
    await markNamedAlertsDue(tx, { ...options, patterns: [...this.alerts] });
    await markRunbooksDue(tx, { ...options, runbookIds: [...this.runbooks] });
  }
}
