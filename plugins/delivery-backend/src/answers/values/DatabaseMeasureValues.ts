import { decodeCursor, encodeCursor } from '@fairlead/backend-routes';
import {
  Calendar,
  DEFAULT_HISTORY_OPTIONS,
  DELIVERY_VALUES_DAYS,
  EntityMeasureValues,
  lastDays,
  localDay,
  MEASURE_DEFINITIONS,
  MeasureValuesPage,
  summariseMeasure,
} from '@fairlead/backstage-plugin-delivery-common';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { z } from 'zod';
import { isoTime } from '../../database/isoTime';
import { readSamples } from '../summaries/readSamples';
import { tellSlowestJob } from '../summaries/tellJobs';
import { MeasureValues, MeasureValuesQuery } from './MeasureValues';

const LIST = 'measure-values';

export interface DatabaseMeasureValuesOptions {
  calendar: Calendar;
  clock?: Clock;
  db: Knex;
}

export class DatabaseMeasureValues implements MeasureValues {
  readonly #calendar: Calendar;
  readonly #clock: Clock;
  readonly #db: Knex;

  static create(options: DatabaseMeasureValuesOptions): DatabaseMeasureValues {
    return new DatabaseMeasureValues(options);
  }

  private constructor(options: DatabaseMeasureValuesOptions) {
    this.#calendar = options.calendar;
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
  }

  async read(query: MeasureValuesQuery): Promise<MeasureValuesPage> {
    const db = this.#db;
    const after = decodeCursor(LIST, z.int().nonnegative(), query.after) ?? 0;
    const rows = await db('measured_entities as m')
      .join('entities as e', 'e.entity_ref', 'm.entity_ref')
      .where('m.revision', '>', after)
      .where('m.measured_at', '>', 0)
      .orderBy('m.revision')
      .limit(query.limit)
      .select('m.entity_ref', 'm.revision', 'm.measured_at');
    const items: EntityMeasureValues[] = [];
    for (const row of rows) {
      items.push({
        entityRef: row.entity_ref,
        measuredAt: isoTime(row.measured_at),
        days: DELIVERY_VALUES_DAYS,
        ...(await readValues(db, row.entity_ref, {
          calendar: this.#calendar,
          now: this.#clock(),
        })),
      });
    }
    const last = rows.at(-1);
    return {
      items,
      cursor: encodeCursor(LIST, last ? Number(last.revision) : after),
    };
  }
}

async function readValues(
  db: Knex,
  entityRef: string,
  options: { calendar: Calendar; now: number },
): Promise<Pick<EntityMeasureValues, 'values' | 'slowestJob'>> {
  const { calendar } = options;
  const now = new Date(options.now).toISOString();
  const window = lastDays({
    days: DELIVERY_VALUES_DAYS,
    now,
    zone: calendar.zone,
  });
  const { measures, jobs } = await readSamples(db, {
    scope: { entityRefs: [entityRef] },
    ids: MEASURE_DEFINITIONS.map(({ id }) => id),
    with: ['jobs'],
    leadTimeStart: DEFAULT_HISTORY_OPTIONS.leadTimeStart,
    origin: 'counted',
    days: {
      from: localDay(window.from, calendar.zone),
      to: localDay(window.to, calendar.zone),
    },
    now: options.now,
  });
  const values = [...measures.values()].flatMap(collected => {
    const { id, unit, n, value, percentiles, parts } = summariseMeasure(
      collected,
      { window, calendar, now },
    );
    return value === undefined
      ? []
      : [{ id, unit, n, value, percentiles, parts }];
  });
  return { values, slowestJob: await tellSlowestJob(db, jobs, { window }) };
}
