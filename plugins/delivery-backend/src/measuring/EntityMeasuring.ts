import {
  DeliveryRecord,
  HistoryOptions,
  RecordKind,
} from '@fairlead/backstage-plugin-delivery-common';
import { Clock, inPages } from '@fairlead/bulk-sql';
import { isolated } from '@fairlead/bidi-text';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { isoTime } from '../database/isoTime';
import { DbChangedDayRow, DbMeasuredEntityRow } from '../database/tables';
import { createLocalDays } from '../records/changedDays/createLocalDays';
import { LeasedEntity, holdLease } from './leaseEntity';
import { addDays, DayRange, rangesAround } from './dayRanges';
import { MeasuredDelivery } from './deliveriesOf';
import { measureCi } from './measureCi';
import { MeasuredDays, MeasureHeads } from './MeasuredDays';
import { measureFlow } from './measureFlow';
import { nextRevision } from './nextRevision';
import { readCiHeads } from './readCiHeads';
import { readEntityRecords } from './readEntityRecords';
import { readHeads } from './storedHeads';
import { CI_MEASURES, FLOW_MEASURES, StoredMeasure } from './storedMeasures';
import { writeDeliveredChanges } from './writeDeliveredChanges';
import { writeDays } from './writeDays';

const DAY = 24 * 3_600_000;
const MARKS_PAGE_SIZE = 500;
const FLOW_KINDS: readonly RecordKind[] = [
  'change',
  'run',
  'approval',
  'deployment',
  'incident',
  'link',
];
const CI_KINDS: readonly RecordKind[] = ['run', 'job', 'test', 'approval'];

/** How many days of jobs and tests are in memory at once, without the margin beside them. */
const LONGEST_RANGE = 28;
/** The days for which other plugins are told values; an entity without any younger record does not age. */
const AGING_DAYS = 31;
/** Of the way in which all that is measured is made and stored: with another one all entities are measured anew. */
const VERSION = 6;

type Marks = Pick<DbChangedDayRow, 'part' | 'day' | 'since'>[];

/** Measures single entities that are in this process's hands, and writes what has changed. */
export class EntityMeasuring {
  /** Of all that decides about samples beside the records. */
  readonly optionsHash: string;
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #localDay: (instant: string) => string;
  readonly #options: Omit<HistoryOptions, 'now'>;
  readonly #margin: number;

  constructor(options: {
    clock: Clock;
    db: Knex;
    history: Omit<HistoryOptions, 'now'>;
  }) {
    this.#clock = options.clock;
    this.#db = options.db;
    this.#options = options.history;
    this.#localDay = createLocalDays(options.history.calendar.zone);
    this.#margin = Math.ceil(options.history.retryWindow / DAY) + 1;
    this.optionsHash = createHash('sha256')
      .update(
        JSON.stringify([VERSION, options.history], (_, value) =>
          value instanceof RegExp ? String(value) : value,
        ),
      )
      .digest('base64url')
      .slice(0, 16);
  }

  /**
   * Brings all samples of an entity up to date. Answers how many rows were written; nothing is lost if it dies half-way
   * or if records change meanwhile: marks are removed last, and only those that were read first.
   */
  async measure(lease: LeasedEntity): Promise<number> {
    const { entityRef } = lease;
    const marks: Marks = await this.#db<DbChangedDayRow>('changed_days')
      .where('entity_ref', entityRef)
      .select('part', 'day', 'since');
    const now = this.#clock();
    const isNew = lease.options !== this.optionsHash;
    const isDue = lease.dueAt !== undefined && lease.dueAt <= now;

    let written = 0;
    const measures = readHeads(lease.heads);
    let dueAt = lease.dueAt;
    if (isNew || isDue || marks.some(({ part }) => part === 'flow')) {
      const flow = await this.#measureFlow(entityRef, now);
      written += await this.#write(lease, FLOW_MEASURES, flow.days, flow);
      Object.assign(measures, flow.days.heads);
      dueAt = this.#dueAt(now, flow.dueAt, flow.last);
    }
    const ciDays = isNew
      ? await this.#allCiDays(entityRef)
      : marks.filter(({ part }) => part === 'ci').map(({ day }) => day);
    if (isNew) {
      written += await this.#forgetCi(lease);
    }
    const ranges = rangesAround(ciDays, {
      margin: this.#margin,
      longest: LONGEST_RANGE,
    });
    for (const range of ranges) {
      const days = await this.#measureCi(entityRef, range, now);
      written += await this.#write(lease, CI_MEASURES, days, { range });
    }
    if (isNew || ranges.length > 0) {
      Object.assign(measures, await readCiHeads(this.#db, entityRef));
    }
    await this.#finish(lease, { marks, now, dueAt, measures });
    return written;
  }

  async #measureFlow(entityRef: string, now: number) {
    const { requiredChecks } = this.#options;
    const records = await readEntityRecords(this.#db, {
      entityRef,
      kinds: requiredChecks ? [...FLOW_KINDS, 'job'] : FLOW_KINDS,
      keep: record =>
        record.kind !== 'job' ||
        (requiredChecks ?? []).includes(record.name ?? ''),
    });
    const last = records.reduce(
      (latest, { occurredAt }) => (occurredAt > latest ? occurredAt : latest),
      '',
    );
    return { ...measureFlow(records, this.#at(now), this.#localDay), last };
  }

  async #measureCi(entityRef: string, range: DayRange, now: number) {
    const read = (kinds: readonly RecordKind[]): Promise<DeliveryRecord[]> =>
      readEntityRecords(this.#db, {
        entityRef,
        kinds,
        from: Date.parse(addDays(range.from, -this.#margin)),
        to: Date.parse(addDays(range.to, this.#margin + 1)),
      });
    return measureCi(await read(CI_KINDS), this.#at(now), this.#localDay);
  }

  #at(now: number): HistoryOptions {
    return { ...this.#options, now: new Date(now).toISOString() };
  }

  /** When the next deployment can be judged, or when the days that others are told of move on. */
  #dueAt(now: number, ripeAt: number | undefined, last: string) {
    const isAging = last !== '' && now - Date.parse(last) < AGING_DAYS * DAY;
    const times = [ripeAt, isAging ? now + DAY : undefined].filter(
      time => time !== undefined,
    );
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  async #allCiDays(entityRef: string): Promise<string[]> {
    const [{ first, last }] = await this.#db('record_entities')
      .where('entity_ref', entityRef)
      .whereIn('kind', ['job', 'test'])
      .min({ first: 'at' })
      .max({ last: 'until' });
    if (first === null || first === undefined) {
      return [];
    }
    const days: string[] = [];
    const end = isoTime(last).slice(0, 10);
    let day = isoTime(first).slice(0, 10);
    for (; day <= end; day = addDays(day, 1)) {
      days.push(day);
    }
    return days;
  }

  /** What was stored under other options may lie on other days. */
  async #forgetCi(lease: LeasedEntity): Promise<number> {
    return lease.options === ''
      ? 0
      : this.#write(
          lease,
          CI_MEASURES,
          new MeasuredDays({ localDay: this.#localDay }),
        );
  }

  async #write(
    lease: LeasedEntity,
    measures: readonly StoredMeasure[],
    days: MeasuredDays,
    {
      range,
      deliveries,
    }: { range?: DayRange; deliveries?: readonly MeasuredDelivery[] } = {},
  ): Promise<number> {
    const { entityRef } = lease;
    return this.#db.transaction(async tx => {
      await assertHeld(tx, lease);
      const written = await writeDays(tx, { entityRef, measures, days, range });
      const told = deliveries
        ? await writeDeliveredChanges(tx, { entityRef, deliveries })
        : 0;
      if (written > 0) {
        await this.#touch(tx, entityRef);
      }
      return written + told;
    });
  }

  async #finish(
    lease: LeasedEntity,
    done: {
      marks: Marks;
      now: number;
      dueAt?: number;
      measures: MeasureHeads;
    },
  ): Promise<void> {
    const { entityRef } = lease;
    const heads = JSON.stringify(done.measures);
    const isNextDay = lease.dueAt !== undefined && lease.dueAt <= done.now;
    await this.#db.transaction(async tx => {
      await assertHeld(tx, lease);
      for (const marks of inPages(done.marks, MARKS_PAGE_SIZE)) {
        await tx<DbChangedDayRow>('changed_days')
          .where('entity_ref', entityRef)
          .whereIn(
            ['part', 'day', 'since'],
            marks.map(({ part, day, since }) => [part, day, since]),
          )
          .delete();
      }
      await tx<DbMeasuredEntityRow>('measured_entities')
        .where('entity_ref', entityRef)
        .update({
          measured_at: done.now,
          due_at: done.dueAt ?? null,
          claimed_until: null,
          options: this.optionsHash,
          heads,
        });
      const isOther =
        heads !== lease.heads || lease.options !== this.optionsHash;
      if (isOther || isNextDay) {
        await this.#touch(tx, entityRef);
      }
    });
  }

  async #touch(tx: Knex.Transaction, entityRef: string): Promise<void> {
    await tx<DbMeasuredEntityRow>('measured_entities')
      .where('entity_ref', entityRef)
      .update({ revision: await nextRevision(tx) });
  }
}

/** Thrown when an entity was measured for so long that somebody else took it over. */
export class LeaseLostError extends Error {}

async function assertHeld(tx: Knex.Transaction, lease: LeasedEntity) {
  if (!(await holdLease(tx, lease))) {
    throw new LeaseLostError(
      isolated`Somebody else measures '${lease.entityRef}' meanwhile`,
    );
  }
}
