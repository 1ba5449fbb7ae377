import { PagingRules } from '@fairlead/backstage-plugin-runbooks-common';
import {
  AlertFiring,
  OperationsRecord,
} from '@fairlead/backstage-plugin-runbooks-node';
import { insertRows, toStorableText, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbFiringRow } from '../../database/tables';
import { OperationsWriter } from '../../intake/operations';
import { lockAlerts } from './lockAlerts';
import { readFiring, TOLD_COLUMNS, ToldFiringRow } from './readFiring';
import { settleStoredFirings } from './settleStoredFirings';

/** Keeps the firings of alerts, and what they come to. */
export class AlertWriter implements OperationsWriter {
  readonly #rules: PagingRules;

  static create(options: { pagingRules: PagingRules }): AlertWriter {
    return new AlertWriter(options.pagingRules);
  }

  private constructor(rules: PagingRules) {
    this.#rules = rules;
  }

  async write(
    tx: Knex.Transaction,
    records: readonly OperationsRecord[],
    options: { now: number },
  ): Promise<void> {
    const told = records
      .filter((record): record is AlertFiring => record.kind === 'firing')
      .flatMap(record => readFiring(record, this.#rules) ?? []);
    const removed = records
      .filter(({ kind }) => kind === 'removed')
      .map(({ key }) => toStorableText(key));
    if (told.length === 0 && removed.length === 0) {
      return;
    }
    await lockAlerts(tx);
    const stored = await readStored(tx, [
      ...told.map(({ key }) => key),
      ...removed,
    ]);
    const changed = told.filter(row => !isStored(row, stored.get(row.key)));
    const gone = removed.flatMap(key => stored.get(key) ?? []);
    await insertRows(tx, {
      table: 'firings',
      columns: { ...TOLD_COLUMNS, told_at: 'bigint' },
      rows: changed.map(row => ({ ...row, told_at: options.now })),
      onConflict: { key: ['key'] },
    });
    await settleStoredFirings(tx, {
      ...options,
      changed: changed.map(({ key }) => key),
      removed: gone.map(({ key }) => key),
      places: [
        ...changed,
        ...changed.flatMap(({ key }) => stored.get(key) ?? []),
        ...gone,
      ],
    });
  }
}

async function readStored(
  tx: Knex.Transaction,
  keys: readonly string[],
): Promise<Map<string, DbFiringRow>> {
  const query = tx<DbFiringRow>('firings').select('*');
  whereOneOf(query, 'key', keys);
  const rows = (await query) as DbFiringRow[];
  return new Map(rows.map(row => [row.key, row]));
}

function isStored(row: ToldFiringRow, stored: DbFiringRow | undefined) {
  return (
    stored !== undefined &&
    stored.source === row.source &&
    stored.fingerprint === row.fingerprint &&
    stored.alert === row.alert &&
    Number(stored.starts_at) === row.starts_at &&
    readEnd(stored) === row.told_ends_at &&
    stored.severity === row.severity &&
    Boolean(stored.may_page) === row.may_page &&
    stored.details === row.details
  );
}

function readEnd({ told_ends_at: end }: DbFiringRow): number | null {
  return end === null ? null : Number(end);
}
