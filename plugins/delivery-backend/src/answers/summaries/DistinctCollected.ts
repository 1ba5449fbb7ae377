import {
  Collected,
  MeasureId,
  measureOfOrigin,
  OriginChoice,
} from '@fairlead/backstage-plugin-delivery-common';
import { MeasureHead } from '../../measuring/MeasuredDays';
import { decodeSampleDay } from '../../measuring/sampleDay';
import { OwnershipSpan } from '../../catalog/ownership';
import { isWithin } from './isWithin';

/** Puts what several entities tell of one measure together. */
export class DistinctCollected {
  readonly #id: MeasureId;
  readonly #samples = new Map<string, Collected['samples'][number]>();
  readonly #excluded = new Map<string, Collected['excluded'][number]>();
  readonly #marks = new Map<string, Collected['marks'][number]>();

  constructor(id: MeasureId) {
    this.#id = id;
  }

  add(text: string, spans: readonly OwnershipSpan[] | undefined): void {
    const { samples, excluded, marks } = decodeSampleDay(text);
    const isCounted = ({ at }: { at: string }) =>
      isWithin(spans, Date.parse(at));
    for (const sample of samples.filter(isCounted)) {
      this.#samples.set(`${sample.at}\n${sample.recordKey}`, sample);
    }
    for (const exclusion of excluded.filter(isCounted)) {
      const { at, recordKey, reason } = exclusion;
      this.#excluded.set(`${at}\n${recordKey}\n${reason}`, exclusion);
    }
    for (const mark of marks.filter(isCounted)) {
      this.#marks.set(JSON.stringify(mark), mark);
    }
  }

  /** All samples, whoever made what they stand for. */
  get samples(): Collected['samples'] {
    return [...this.#samples.values()];
  }

  /** The measure of those that are counted. */
  with({ missing, since }: MeasureHead, origin: OriginChoice): Collected {
    return measureOfOrigin(
      {
        id: this.#id,
        samples: this.samples,
        excluded: [...this.#excluded.values()],
        marks: [...this.#marks.values()],
        missing,
        observedSince: since,
      },
      origin,
    );
  }
}
