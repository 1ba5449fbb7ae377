/** The parts of a scorecard's page, as they stand in the path; the first has none. */
export const SCORECARD_TABS = [
  'matrix',
  'rollup',
  'trend',
  'definition',
  'data',
] as const;

export type ScorecardTab = (typeof SCORECARD_TABS)[number];

/** The tab that a path below a scorecard names; undefined for a path that names none. */
export function parseScorecardTab(path: string): ScorecardTab | undefined {
  return path === '' ? 'matrix' : SCORECARD_TABS.find(tab => tab === path);
}

/** The path of a tab below a scorecard. */
export function scorecardTabPath(base: string, tab: ScorecardTab): string {
  return tab === 'matrix' ? base : `${base}/${tab}`;
}
