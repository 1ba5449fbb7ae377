import { TimeWindow, bucketsOf, Bucket } from '../calendar';
import { DEFAULT_HISTORY_OPTIONS, HistoryOptions } from '../history';
import { DeliveryRecord } from '../records';
import { plus } from '../records/instant';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Sources write texts as well, and nothing keeps a title from looking nearly like a time. */
const isInstant = (text: string) =>
  INSTANT.test(text) && !Number.isNaN(Date.parse(text));

function instantsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') {
    return isInstant(value) ? [value] : [];
  }
  if (value && typeof value === 'object' && key !== 'asOf') {
    return Object.entries(value).flatMap(([inner, held]) =>
      inner === 'observedAt' ? [] : instantsIn(held, inner),
    );
  }
  return [];
}

/**
 * The stretch of time whose measures a record can touch: from the first to the last time it tells, and before an
 * incident as far as a deployment can be blamed for it.
 *
 * @remarks
 * It tells which days have to be recomputed at least when a record changed. A record that moves the boundary between
 * two deployments touches the later one as well: recompute a service from the earliest of these days on.
 *
 * @public
 */
export function windowTouchedBy(
  record: DeliveryRecord,
  options: Pick<HistoryOptions, 'attributionWindow'> = DEFAULT_HISTORY_OPTIONS,
): TimeWindow {
  const instants = instantsIn(record).sort();
  const reach = record.kind === 'incident' ? options.attributionWindow : 0;
  return {
    from: plus(instants[0], -reach),
    to: plus(instants[instants.length - 1], 1),
  };
}

/** The local days whose measures a record can touch, see {@link windowTouchedBy}. @public */
export function daysTouchedBy(
  record: DeliveryRecord,
  options: { zone: string } & Partial<
    Pick<HistoryOptions, 'attributionWindow'>
  >,
): Bucket[] {
  const { zone, ...rest } = options;
  return bucketsOf({
    window: windowTouchedBy(record, { ...DEFAULT_HISTORY_OPTIONS, ...rest }),
    unit: 'day',
    zone,
  });
}
