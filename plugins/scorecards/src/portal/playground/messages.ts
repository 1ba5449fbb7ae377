/** What the playground says besides the effect of a text: what it had better not say, and how it is proposed for review. */
export const playgroundMessages = {
  findings_one: '{{count}} suggestion',
  findings_other: '{{count}} suggestions',
  showAll: 'Show {{count}} more suggestions',
  proposal: {
    open: 'Open a pull request…',
    title: 'Propose this definition for review',
    cancel: 'Close',
    send: 'Open a pull request',
    reading: 'The file is read with your own login at its host.',
    diff: 'What changes in the file',
    same: 'The file says all of this already.',
    losesComments:
      'The file is written anew, and comments in it are lost. To keep them, copy your changes into the file.',
    noDocument:
      'The file does not declare this scorecard in a way that can be edited. Copy the text into it.',
    pullRequest: 'Change the scorecard {{title}}',
    body: 'Changed in the playground of the portal.',
    effect: 'What it does to the levels of entities',
    level: '{{level}}: {{before}} → {{after}}',
  },
} as const;
