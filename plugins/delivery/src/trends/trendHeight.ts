/** The height of a trend, drawn or told. */
export const TREND_HEIGHT = 180;
