/** The level in the header of an entity. */
export const levelChipMessages = {
  noResult: 'Scorecards',
  lowest: 'Lowest: {{level}} · {{scorecard}}',
  named: '{{level}} · {{scorecard}}',
} as const;
