/** The card of an entity. */
export const entityCardMessages = {
  title: 'Delivery · last 90 days',
  viewAll: 'View all',
  numbers: 'The four numbers of delivery',
  noSentence: 'No change arrived in this time, so nothing says what waits.',
} as const;
