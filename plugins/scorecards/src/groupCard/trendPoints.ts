import { ScoreParts } from '@fairlead/backstage-plugin-scorecards-common';

/** A day of a trend on which something was counted. */
export interface TrendPoint {
  day: string;
  /** 0 to 100. */
  score: number;
}

/** The score of each day on which something was counted; a day without is left out, not drawn as 0. */
export function trendPoints(
  days: readonly { day: string; scoreParts: ScoreParts }[],
): TrendPoint[] {
  return days
    .filter(({ scoreParts }) => scoreParts.total > 0)
    .map(({ day, scoreParts }) => ({
      day,
      score: Math.round((100 * scoreParts.pass) / scoreParts.total),
    }));
}
