/** The card of a user's page. */
export const userCardMessages = {
  title: 'Journey',
  next: 'Next: {{task}}',
  open: 'Open my journey',
  openTheirs: 'Open their journey',
  along: 'You go along with them as their buddy.',
} as const;
