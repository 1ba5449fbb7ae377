import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { isolated } from '@fairlead/bidi-text';
import { AskForHelp } from '@fairlead/backstage-plugin-onboarding-common';

type Payload = Omit<NotificationPayload, 'topic'>;

/** What whoever is asked reads: the answers come first, so that they need not ask the same. */
export function describeHelp(options: {
  id: string;
  /** Where whoever is asked finds the question. */
  link: string;
  askerRef: string;
  taskTitle: string;
  request: AskForHelp;
}): Payload {
  const { id, link, askerRef, taskTitle, request } = options;
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
    link,
    severity: 'high',
    scope: `onboarding:help:${id}`,
  };
}

/** What whoever asked reads. */
export function describeReply(options: {
  id: string;
  /** Where whoever asked finds the task. */
  link: string;
  byRef: string;
  taskTitle: string;
  text: string;
}): Payload {
  const { id, link, byRef, taskTitle, text } = options;
  return {
    title: isolated`${byRef} answered on '${taskTitle}'`,
    description: text,
    link,
    severity: 'normal',
    scope: `onboarding:reply:${id}`,
  };
}
