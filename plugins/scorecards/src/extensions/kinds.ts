/** The kinds whose pages show scorecards unless the app's configuration says otherwise. */
export const SCORED_KINDS = [
  'component',
  'system',
  'api',
  'resource',
  'domain',
];
