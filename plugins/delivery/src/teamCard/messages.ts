/** The delivery card of a team's page. */
export const teamCardMessages = {
  title: 'Delivery of the team · last 90 days',
  counted_one: '{{count, number}} entity of the team, computed {{when}}',
  counted_other: '{{count, number}} entities of the team, computed {{when}}',
} as const;
