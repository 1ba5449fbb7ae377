/** The height of a trend, drawn or told, with the strip of events below it. */
export const TREND_HEIGHT = 216;

/** The height of its chart alone. */
export const CHART_HEIGHT = 176;

/** How far what is plotted begins and ends from the sides of a chart, for its labels. */
export const PLOT = { left: 72, right: 28 };
