/** The level in the header of an entity. */
export const levelChipMessages = {
  noResult: 'Scorecards',
} as const;
