/** Looking up people and teams. */
export const personMessages = {
  nobody: 'Nothing is called so',
  failed: 'The catalog could not be asked',
} as const;
