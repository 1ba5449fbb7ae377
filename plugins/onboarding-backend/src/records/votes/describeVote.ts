import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { isolated } from '@fairlead/bidi-text';
import { DocsVote } from '@fairlead/backstage-plugin-onboarding-common';

/** What the owner of documentation reads. Who said it is not told: it is about the documentation. */
export function describeVote(options: {
  docs: string;
  title: string;
  vote: DocsVote;
  note: string | undefined;
}): Omit<NotificationPayload, 'topic'> {
  const { docs, note, title, vote } = options;
  const what = vote === 'wrong' ? 'is wrong' : 'is not to be found';
  return {
    title: isolated`The documentation of '${title}' ${what}, says a newcomer`,
    description: [docs, ...(note ? [note] : [])]
      .map(line => isolated`${line}`)
      .join('\n'),
    link: docs,
    severity: 'normal',
    scope: `onboarding:docs:${docs}`,
  };
}
