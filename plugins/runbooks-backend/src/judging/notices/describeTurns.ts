import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { isolated } from '@fairlead/bidi-text';

/** A part of a runbook's health that turned bad. */
export interface Turn {
  runbookId: string;
  title: string;
  part: string;
  reason?: string;
}

/** So many are told by name. */
const NAMED = 5;

/** What turned bad, as the owner reads it. */
export function describeTurns(turns: readonly Turn[]): NotificationPayload {
  const [first] = turns;
  const runbooks = new Set(turns.map(({ runbookId }) => runbookId)).size;
  const isUrgent = turns.some(({ part }) => part !== 'fresh');
  return {
    title:
      runbooks === 1
        ? isolated`The runbook '${first.title}' ${describePart(first.part)}`
        : isolated`${runbooks} of your runbooks would fail you tonight`,
    description: [
      ...turns.slice(0, NAMED).map(({ title, part, reason }) => {
        const what = isolated`${title}: ${describePart(part)}`;
        return reason ? isolated`${what}. ${reason}` : what;
      }),
      ...(turns.length > NAMED
        ? [isolated`and ${turns.length - NAMED} more`]
        : []),
    ].join('\n'),
    link: runbooks === 1 ? `/runbooks/${first.runbookId}` : '/runbooks',
    severity: isUrgent ? 'high' : 'normal',
    topic: 'runbooks',
  };
}

function describePart(part: string): string {
  switch (part) {
    case 'resolves':
      return 'cannot be reached any more';
    case 'complete':
      return 'is not complete any more';
    default:
      return 'was not verified for too long';
  }
}
