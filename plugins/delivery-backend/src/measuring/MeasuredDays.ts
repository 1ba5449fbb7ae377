import {
  Collected,
  InsufficientReason,
} from '@fairlead/backstage-plugin-delivery-common';
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

/** The stored text of every day of every measure that has something to tell. */
export class MeasuredDays {
  readonly heads: MeasureHeads = {};
  readonly #localDay: (instant: string) => string;
  readonly #texts = new Map<StoredMeasure, Map<string, string>>();

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
      this.set(measure, day, encodeSampleDay(contents));
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
      this.set(measure, day, options.encode(own));
    }
  }

  set(measure: StoredMeasure, day: string, text: string): void {
    const days = this.#texts.get(measure) ?? new Map<string, string>();
    this.#texts.set(measure, days.set(day, text));
  }

  /** Those of the given days, both included; all of them without. */
  *rows(range?: { from: string; to: string }): Iterable<{
    measure: StoredMeasure;
    day: string;
    samples: string;
  }> {
    for (const [measure, days] of this.#texts) {
      for (const [day, samples] of days) {
        if (!range || (day >= range.from && day <= range.to)) {
          yield { measure, day, samples };
        }
      }
    }
  }
}
