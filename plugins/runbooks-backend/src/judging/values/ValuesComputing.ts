import { EntityRunbookValues } from '@fairlead/backstage-plugin-runbooks-common';
import { Clock, RowColumns, rowsOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { lockEntities } from '../../database/markDue';
import { nextTime } from '../../database/nextTime';
import { DbEntityRow } from '../../database/tables';
import { SERVED_KINDS } from '../../records/registry';
import { computeValues, ValuesInput } from './computeValues';
import { IncidentValues } from './IncidentValues';
import { readInputs } from './readInputs';

const PAGE_SIZE = 200;
const DAY = 24 * 3_600_000;

const COLUMNS = {
  entity_ref: 'text',
  revision: 'integer',
  values: 'text',
  values_due_at: 'bigint',
  is_changed: 'boolean',
} satisfies RowColumns;

type ValuedEntity = Pick<
  DbEntityRow,
  'entity_ref' | 'kind' | 'values' | 'revision'
>;

interface ComputedRow {
  entity_ref: string;
  revision: number;
  values: string | null;
  values_due_at: number | null;
  is_changed: boolean;
}

/**
 * Computes what other backends are told of entities, where that is due: after a change, when an alert leaves the window, and
 * once a day.
 *
 * @remarks
 *
 * Whatever changes raises the revision of an entity; what was computed of an earlier one is not written. An entity is told
 * anew where its values differ. Where they do not, only the time moves at which they were found to be so.
 */
export class ValuesComputing {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #incidents: IncidentValues;
  readonly #windowDays: number;

  static create(options: {
    clock?: Clock;
    db: Knex;
    incidents: IncidentValues;
    windowDays: number;
  }): ValuesComputing {
    return new ValuesComputing(options);
  }

  private constructor(options: {
    clock?: Clock;
    db: Knex;
    incidents: IncidentValues;
    windowDays: number;
  }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#incidents = options.incidents;
    this.#windowDays = options.windowDays;
  }

  /** Computes all that is due. */
  async run(options: { signal?: AbortSignal } = {}): Promise<void> {
    const now = this.#clock();
    let count = PAGE_SIZE;
    while (count === PAGE_SIZE && !options.signal?.aborted) {
      count = await this.#computePage(now);
    }
  }

  async #computePage(now: number): Promise<number> {
    const due: ValuedEntity[] = await this.#db<DbEntityRow>('entities')
      .where('values_due_at', '<=', now)
      .orderBy(['values_due_at', 'entity_ref'])
      .limit(PAGE_SIZE)
      .select('entity_ref', 'kind', 'values', 'revision');
    if (due.length === 0) {
      return 0;
    }
    const inputOf = await readInputs(
      this.#db,
      due.map(({ entity_ref: ref }) => ref),
      { incidents: this.#incidents },
    );
    const rows = due.map(entity =>
      SERVED_KINDS.includes(entity.kind)
        ? this.#compute(entity, inputOf(entity.entity_ref), now)
        : toUnserved(entity),
    );
    await this.#db.transaction(tx => write(tx, rows, now));
    return due.length;
  }

  #compute(entity: ValuedEntity, input: ValuesInput, now: number): ComputedRow {
    const { entity_ref: entityRef, revision } = entity;
    const length = this.#windowDays * DAY;
    const window = { days: this.#windowDays, from: now - length };
    const values: EntityRunbookValues = {
      entityRef,
      computedAt: new Date(now).toISOString(),
      ...computeValues(input, window),
    };
    const leaving = input.alerts
      .flatMap(alert => [alert.firesUntil, alert.mayPageUntil])
      .filter(until => until >= window.from)
      .map(until => until + length + 1);
    return {
      entity_ref: entityRef,
      revision,
      values: JSON.stringify(values),
      values_due_at: Math.min(now + DAY, ...leaving),
      is_changed: isChanged(entity.values, values),
    };
  }
}

/** Nobody is told of what no runbook serves. */
function toUnserved({ entity_ref, revision }: ValuedEntity): ComputedRow {
  return {
    entity_ref,
    revision,
    values: null,
    values_due_at: null,
    is_changed: false,
  };
}

function isChanged(stored: string | null, values: EntityRunbookValues) {
  const withoutTime = (told: EntityRunbookValues) =>
    JSON.stringify({ ...told, computedAt: '' });
  return (
    stored === null || withoutTime(JSON.parse(stored)) !== withoutTime(values)
  );
}

/** An entity of which something changed meanwhile stays due. */
async function write(
  tx: Knex.Transaction,
  rows: readonly ComputedRow[],
  now: number,
): Promise<void> {
  await lockEntities(
    tx,
    rows.map(({ entity_ref: ref }) => ref),
  );
  const isAnyChanged = rows.some(row => row.is_changed);
  const changedAt = isAnyChanged
    ? await nextTime(tx, { clock: 'values', now })
    : now;
  await tx.raw(
    `update entities
        set "values" = r."values",
            values_due_at = r.values_due_at,
            values_changed_at = case when r.is_changed then ? else values_changed_at end
       from ?
      where entities.entity_ref = r.entity_ref and entities.revision = r.revision`,
    [
      changedAt,
      rowsOf(
        tx,
        COLUMNS,
        rows.map(row => ({ ...row })),
      ),
    ],
  );
}
