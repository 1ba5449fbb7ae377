/** The draft of a runbook that is not there yet. */
export const draftsMessages = {
  title: 'A runbook to begin with',
  intro:
    'Written from what is known of the alert. Fill in the rest, put the files beside the catalog file and open a pull request.',
  download: 'Download',
  downloadLabel: 'Download {{path}}',
  edit: 'Open a pull request',
} as const;
