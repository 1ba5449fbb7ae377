import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { isolated } from '@fairlead/bidi-text';
import { AskForHelp } from '@fairlead/backstage-plugin-onboarding-common';

type Payload = Omit<NotificationPayload, 'topic'>;

/** What whoever is asked reads: the answers come first, so that they need not ask the same. */
export function describeHelp(options: {
  id: string;
  askerRef: string;
  taskTitle: string;
  request: AskForHelp;
}): Payload {
  const { id, askerRef, taskTitle, request } = options;
  return {
    title: isolated`${askerRef} is stuck on '${taskTitle}'`,
    description: [
      isolated`Tried: ${request.tried}`,
      isolated`The error says: ${request.errorSays}`,
      isolated`If nobody were here: ${request.ifNobodyWereHere}`,
      request.missing === 'context'
        ? 'What is missing is context.'
        : 'What is missing is confidence.',
    ].join('\n'),
    link: '/onboarding',
    severity: 'high',
    scope: `onboarding:help:${id}`,
  };
}

/** What whoever asked reads. */
export function describeReply(options: {
  id: string;
  byRef: string;
  taskTitle: string;
  text: string;
}): Payload {
  const { id, byRef, taskTitle, text } = options;
  return {
    title: isolated`${byRef} answered on '${taskTitle}'`,
    description: text,
    link: '/onboarding',
    severity: 'normal',
    scope: `onboarding:reply:${id}`,
  };
}
