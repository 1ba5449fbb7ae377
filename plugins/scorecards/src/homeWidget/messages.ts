/** The home page widget. */
export const homeWidgetMessages = {
  title: 'Next steps for my teams',
  noTeamTitle: 'You belong to no team yet',
  noTeam: 'Ask to be added to a group of the catalog; its entities show here.',
  nothingOwnedTitle: 'Your teams own nothing this scorecard is about',
  allWellTitle: 'All checks pass for what your teams own',
  notFoundTitle: 'There is no scorecard “{{name}}”',
  notFound:
    'Choose another in the settings of this widget. There are: {{names}}',
  noScorecardTitle: 'No scorecards yet',
  failing_one: '{{count}} check fails: {{titles}}',
  failing_other: '{{count}} checks fail: {{titles}}',
  waiting_one: '{{count}} entity of your teams has something to do',
  waiting_other: '{{count}} entities of your teams have something to do',
  waivers_one: '{{count}} waiver waits for your decision',
  waivers_other: '{{count}} waivers wait for your decision',
  waiver: 'from “{{check}}”, until {{day}}',
} as const;
