/** What is said of a change that was sent. */
export const mutationsMessages = {
  failed: 'It was not kept: {{message}}',
  cancel: 'Cancel',
} as const;
