/** The card of an entity for those who are new on it. */
export const newHereMessages = {
  title: 'New here?',
  read: 'Read first',
  run: 'Run first',
  firstTry: 'Try first',
  ask: 'Ask',
  buddy: 'your buddy',
  owner: 'the team that owns it',
  nothing: 'The catalog knows nothing to read, run or try here yet.',
} as const;
