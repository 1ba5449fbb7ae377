import { Entity } from '@backstage/catalog-model';

const START_DATE = 'fairlead.dev/start-date';

/** A date, or a time with its offset. */
const ISO =
  /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** When somebody starts, as their entity says; milliseconds since the epoch. Undefined for what is no date. */
export function readStartDate(user: Entity | undefined): number | undefined {
  const text = user?.metadata.annotations?.[START_DATE] ?? '';
  const at = ISO.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? undefined : at;
}
