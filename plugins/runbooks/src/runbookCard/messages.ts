/** The card of an entity of the kind Runbook. */
export const runbookCardMessages = {
  title: 'Runbook',
  open: 'Open the runbook',
  notYet: 'It is not in the registry yet',
  notYetText: 'It appears within minutes after the catalog has read its file.',
} as const;
