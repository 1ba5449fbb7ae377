import { Clock, RowColumns, rowsOf, whereOneOf } from '@fairlead/bulk-sql';
import { OnboardingValues } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbEntityRow } from '../../database/tables';
import { nextTime } from './nextTime';
import { readValues } from './readValues';

const PAGE_SIZE = 50;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Whoever is killed over a page leaves it to be computed after this. */
const LEASE = 15 * MINUTE;

/** Of which something is told. */
const VALUED_KINDS = ['group', 'onboardingtrack'];

const COLUMNS = {
  entity_ref: 'text',
  values: 'text',
  is_changed: 'boolean',
} satisfies RowColumns;

export interface ValuesComputingOptions {
  clock?: Clock;
  db: Knex;
  /** By whose days quarters are told apart. */
  timeZone: string;
  /** For how many milliseconds back journeys are told of. */
  window: number;
}

type ValuedEntity = Pick<DbEntityRow, 'entity_ref' | 'kind' | 'values'>;

/**
 * Computes what other backends are told of teams and tracks, where that is due: after a change, and once a day, since
 * people grow out of the window.
 *
 * @remarks
 *
 * What is taken in hand is due again at a time of its own. Where something changes meanwhile it is due before that, and
 * what was computed is not written.
 */
export class ValuesComputing {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #timeZone: string;
  readonly #window: number;

  static create(options: ValuesComputingOptions): ValuesComputing {
    return new ValuesComputing(options);
  }

  private constructor(options: ValuesComputingOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#timeZone = options.timeZone;
    this.#window = options.window;
  }

  /** Computes all that is due. */
  async run({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    const now = this.#clock();
    await this.#db<DbEntityRow>('entities')
      .where('values_due_at', '<=', now)
      .whereNotIn('kind', VALUED_KINDS)
      .update({ values_due_at: null });
    await this.#markBesideTracks(now);
    let count = PAGE_SIZE;
    while (count === PAGE_SIZE && !signal?.aborted) {
      count = await this.#computePage(now);
    }
  }

  /**
   * What may be told of a team depends on all who are on its tracks: it is computed again with each track, as of those who
   * own what was voted on.
   */
  async #markBesideTracks(now: number): Promise<void> {
    const db = this.#db;
    const isOnDueTrack = (journeys: Knex.QueryBuilder) =>
      journeys
        .where('j.start_at', '>', now - this.#window)
        .whereIn(
          'j.track_ref',
          db<DbEntityRow>('entities')
            .where('values_due_at', '<=', now)
            .where('kind', 'onboardingtrack')
            .select('entity_ref'),
        );
    const teams = isOnDueTrack(db('journeys as j')).select('j.team_ref');
    const owners = isOnDueTrack(
      db('docs_votes as v').join('journeys as j', 'j.id', 'v.journey_id'),
    ).select('v.owner_ref');
    await db<DbEntityRow>('entities')
      .where('kind', 'group')
      .where(either =>
        either.whereIn('entity_ref', teams).orWhereIn('entity_ref', owners),
      )
      .where(later =>
        later.whereNull('values_due_at').orWhere('values_due_at', '>', now),
      )
      .update({ values_due_at: now });
  }

  async #computePage(now: number): Promise<number> {
    const leasedUntil = now + LEASE;
    const due = await this.#lease({ now, leasedUntil });
    if (due.length === 0) {
      return 0;
    }
    const computed = await readValues(
      this.#db,
      due.map(({ entity_ref: ref }) => ref),
      { now, timeZone: this.#timeZone, window: this.#window },
    );
    const rows = due.map(entity => {
      const values = computed.get(entity.entity_ref)!;
      return {
        entity_ref: entity.entity_ref,
        values: JSON.stringify(values),
        is_changed: isChanged(entity.values, values),
      };
    });
    await this.#db.transaction(tx => write(tx, rows, { now, leasedUntil }));
    return due.length;
  }

  async #lease(options: {
    now: number;
    leasedUntil: number;
  }): Promise<ValuedEntity[]> {
    const { now, leasedUntil } = options;
    const refs: string[] = await this.#db<DbEntityRow>('entities')
      .where('values_due_at', '<=', now)
      .whereIn('kind', VALUED_KINDS)
      .orderBy(['values_due_at', 'entity_ref'])
      .limit(PAGE_SIZE)
      .pluck('entity_ref');
    const query = this.#db<DbEntityRow>('entities')
      .where('values_due_at', '<=', now)
      .update({ values_due_at: leasedUntil })
      .returning(['entity_ref', 'kind', 'values']);
    whereOneOf(query, 'entity_ref', refs);
    return query;
  }
}

function isChanged(stored: string | null, values: OnboardingValues): boolean {
  const withoutTime = (told: OnboardingValues) =>
    JSON.stringify({ ...told, computedAt: '' });
  return (
    stored === null || withoutTime(JSON.parse(stored)) !== withoutTime(values)
  );
}

/** The time is asked for last, and taken by all that is written with it. */
async function write(
  tx: Knex.Transaction,
  rows: readonly {
    entity_ref: string;
    values: string;
    is_changed: boolean;
  }[],
  { now, leasedUntil }: { now: number; leasedUntil: number },
): Promise<void> {
  const isAnyChanged = rows.some(row => row.is_changed);
  const changedAt = isAnyChanged ? await nextTime(tx, now) : now;
  await tx.raw(
    `update entities
        set "values" = r."values",
            values_due_at = ?,
            values_changed_at = case when r.is_changed then ? else values_changed_at end
       from ?
      where entities.entity_ref = r.entity_ref and entities.values_due_at = ?`,
    [
      now + DAY,
      changedAt,
      rowsOf(
        tx,
        COLUMNS,
        rows.map(row => ({ ...row })),
      ),
      leasedUntil,
    ],
  );
}
