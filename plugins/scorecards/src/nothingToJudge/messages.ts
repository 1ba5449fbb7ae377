/** Entities without results. */
export const nothingToJudgeMessages = {
  notEvaluatedTitle: 'Not evaluated yet',
  notEvaluated:
    'A new entity is evaluated as soon as the catalog has handed it on, within a minute or two.',
  noneInForceTitle: 'No scorecard is in force yet',
  noneInForce:
    'Scorecards are read from the catalog within a minute or two after the portal starts. Results show here by themselves.',
  evaluatingTitle: 'Results are on their way',
  evaluating:
    'Scorecards that are new or changed are judging all entities. Results show here by themselves.',
  noScorecardTitle: 'No scorecard applies to this entity',
  noScorecard:
    'Each scorecard says in its definition which entities it is about.',
  browse: 'See all scorecards',
} as const;
