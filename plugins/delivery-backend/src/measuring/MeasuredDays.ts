import {
  Collected,
  InsufficientReason,
} from '@fairlead/backstage-plugin-delivery-common';
import { DbSampleDayRow } from '../database/tables';
import { encodeSampleDay, SampleDay } from './sampleDay';
import { StoredMeasure } from './storedMeasures';

/** What of a measure belongs to no day. */
export interface MeasureHead {
  /** Why it has no samples at all; absent where it has. */
  missing?: InsufficientReason;
  /** Since when there are records of its kind. */
  since?: string;
}

export type MeasureHeads = Partial<Record<StoredMeasure, MeasureHead>>;

type StoredDay = Pick<DbSampleDayRow, 'samples'> & { has_samples: boolean };

/** What is stored of every day of every measure that has something to tell. */
export class MeasuredDays {
  readonly heads: MeasureHeads = {};
  /** Who wrote the changes that are on their way. */
  readonly openAuthors = new Set<string>();
  readonly #localDay: (instant: string) => string;
  readonly #days = new Map<StoredMeasure, Map<string, StoredDay>>();

  constructor(options: { localDay: (instant: string) => string }) {
    this.#localDay = options.localDay;
  }

  /** Cuts what was collected into local days. */
  add(measure: StoredMeasure, collected: Collected): void {
    const days = new Map<string, SampleDay>();
    const dayOf = (at: string) => {
      const day = this.#localDay(at);
      const own = days.get(day) ?? { samples: [], excluded: [], marks: [] };
      days.set(day, own);
      return own;
    };
    collected.samples.forEach(item => dayOf(item.at).samples.push(item));
    collected.excluded.forEach(item => dayOf(item.at).excluded.push(item));
    collected.marks.forEach(item => dayOf(item.at).marks.push(item));
    for (const [day, contents] of days) {
      this.#set(measure, day, {
        samples: encodeSampleDay(contents),
        has_samples: contents.samples.length > 0,
      });
    }
    this.heads[measure] = {
      ...(collected.samples.length === 0 && { missing: collected.missing }),
      since: collected.observedSince,
    };
  }

  /** Groups items by the local day of a time and stores the text of each group. */
  addBy<T>(
    measure: StoredMeasure,
    items: readonly T[],
    options: { dayOf: (item: T) => string; encode: (items: T[]) => string },
  ): void {
    const days = new Map<string, T[]>();
    for (const item of items) {
      const day = options.dayOf(item);
      const own = days.get(day);
      if (own) {
        own.push(item);
      } else {
        days.set(day, [item]);
      }
    }
    for (const [day, own] of days) {
      this.#set(measure, day, {
        samples: options.encode(own),
        has_samples: false,
      });
    }
  }

  #set(measure: StoredMeasure, day: string, stored: StoredDay): void {
    const days = this.#days.get(measure) ?? new Map<string, StoredDay>();
    this.#days.set(measure, days.set(day, stored));
  }

  /** Those of the given days, both included; all of them without. */
  *rows(range?: {
    from: string;
    to: string;
  }): Iterable<StoredDay & { measure: StoredMeasure; day: string }> {
    for (const [measure, days] of this.#days) {
      for (const [day, stored] of days) {
        if (!range || (day >= range.from && day <= range.to)) {
          yield { measure, day, ...stored };
        }
      }
    }
  }
}
