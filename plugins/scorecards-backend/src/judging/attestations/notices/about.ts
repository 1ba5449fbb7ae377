import { parseEntityRef } from '@backstage/catalog-model';
import { NotificationPayload } from '@backstage/plugin-notifications-common';

/** Sends a team a notification. */
export type Send = (
  teamRef: string,
  payload: NotificationPayload,
) => Promise<unknown>;

/** People may mute what has this topic, and nothing else of scorecards with it. */
const TOPIC = 'attestations';

/** What all notifications about the answers to questions about an entity have; one of the same scope takes its place. */
export function about(entityRef: string, scope: string) {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  return {
    link: `/catalog/${path}/scorecards`,
    severity: 'normal' as const,
    topic: TOPIC,
    scope: `${TOPIC}:${entityRef}:${scope}`,
  };
}
