/** Entities without results. */
export const nothingToJudgeMessages = {
  notEvaluatedTitle: 'Not evaluated yet',
  notEvaluated:
    'A new entity is evaluated as soon as the catalog has handed it on, within a minute or two.',
  noScorecardTitle: 'No scorecard applies to this entity',
  noScorecard:
    'Each scorecard says in its definition which entities it is about.',
  browse: 'See all scorecards',
} as const;
