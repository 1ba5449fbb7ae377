/** How a failing check is mended by an edit of the catalog file, and how a change of a file is proposed for review. */
export const fixesMessages = {
  open: 'Fix this',
  close: 'Close the fix',
  openLabel: 'Fix this: {{title}}',
  region: 'The fix of {{title}}',
  notInFile:
    'No edit of its catalog file alone makes this check pass. What its owners say stands above.',
  gains: 'With it, {{entity}} reaches {{levels}}.',
  loses: 'With it, {{entity}} falls from {{levels}}.',
  gainsNothing: 'The check passes with it; no level changes by it alone.',
  level: '{{level}} in {{scorecard}}',
  lines: 'In the catalog file it reads:',
  takesAway_one: 'Take {{fields}} out of the catalog file.',
  takesAway_other: 'Take {{fields}} out of the catalog file.',
  diff: 'What changes in {{file}}',
  fill: 'To be filled in',
  fillWanted: 'Wanted: {{wanted}}',
  fillWrong: 'The check would not pass with it. Wanted: {{wanted}}',
  fillFirst: 'Fill in what is marked first.',
  copy: 'Copy',
  copied: 'Copied',
  edit: 'Edit the file at its host',
  pullRequest: {
    open: 'Open a pull request',
    opening: 'Opening a pull request…',
    isNew: 'The pull request {{name}} is open.',
    wasOpen: 'A pull request for this is open already: {{name}}.',
    where: 'It is made with your own login at {{host}}.',
    title: '{{check}}: {{entity}}',
    why: 'Why',
    found: 'What was found',
    reaches: 'What it reaches',
    check: 'The check “{{check}}” of {{scorecard}} fails for {{entity}}.',
    proposed: 'Proposed from the scorecards of the portal.',
  },
  errors: {
    login:
      'You are not signed in at the host. Try again and allow the sign-in, or copy the edit.',
    forbidden:
      'Your login may not write to this repository. Ask its owners for access, or copy the edit and send it to them.',
    'not-found':
      'The host does not show you this file. Ask its owners for access, or copy the edit and send it to them.',
    changed:
      'The file has changed since it was read. Look at the edit as it is now, and try again.',
    branch:
      'A branch for this is there already and holds something else. Delete the branch {{branch}}, and try again.',
    patience: 'The host asks for patience. Try again in a few minutes.',
    failed: 'The host did not do it: {{message}} Try again, or copy the edit.',
  },
} as const;
