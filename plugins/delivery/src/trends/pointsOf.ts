import { TrendPoint } from '@fairlead/backstage-plugin-delivery-common';

/** A point of a trend, where it is drawn. */
interface DrawnPoint extends TrendPoint {
  /** Milliseconds since the epoch. */
  time: number;
  /** Its value on the line. */
  line?: number;
  /** Its value as a ring beside the line: it rests on too few to be joined with others. */
  ring?: number;
}

/** Where the points of a trend are drawn: what rests on a few is no part of the line. */
export function pointsOf(trend: readonly TrendPoint[]): DrawnPoint[] {
  return trend.map(point => ({
    ...point,
    time: Date.parse(point.day),
    [point.few ? 'ring' : 'line']: point.value,
  }));
}
