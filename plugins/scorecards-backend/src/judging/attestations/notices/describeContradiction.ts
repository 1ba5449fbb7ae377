import { parseEntityRef } from '@backstage/catalog-model';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { isolated } from '@fairlead/bidi-text';
import { Attestation } from '@fairlead/backstage-plugin-scorecards-common';
import { about } from './about';

/** What the owner of an entity is told once another team says otherwise. */
export function describeContradiction({
  checkId,
  entityRef,
  question,
  scorecardRef,
}: Attestation): NotificationPayload {
  return {
    title: isolated`Another team answers otherwise about ${
      parseEntityRef(entityRef).name
    }: “${question}”`,
    description:
      'Settle which of the answers holds. Until then the check does not pass.',
    ...about(entityRef, `contradiction:${scorecardRef}:${checkId}`),
  };
}
