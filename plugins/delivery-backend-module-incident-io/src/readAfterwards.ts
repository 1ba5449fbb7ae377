import { Observation } from '@fairlead/backstage-plugin-delivery-node';
import { FollowUpPayload, Review } from './payload';
import { SOURCE } from './readIncident';

/** Statuses of a follow-up that nobody has to look after any more, though it was not done. */
const DROPPED = ['deleted', 'not_doing'];

/** Reads a review that came into another status. */
export function readReview({
  new_status: status,
  postmortem_document: review,
}: Review): Observation[] {
  // Documents tell it as `completed`, webhooks as `complete`.
  const isPublished = status?.startsWith('complete');
  return [
    {
      record: {
        kind: 'incident',
        source: SOURCE,
        externalId: review.incident_id,
        postmortemUrl: review.document_url ?? undefined,
        publishedAt: isPublished ? review.updated_at : undefined,
      },
      occurredAt: review.updated_at,
      // Only the incident itself names the affected services.
      subjects: [],
    },
  ];
}

/** Reads what was agreed to be done, and whether it is. */
export function readFollowUp(followUp: FollowUpPayload): Observation[] {
  const { id, updated_at: at, status } = followUp;
  const isDropped = DROPPED.includes(status ?? '');
  return [
    {
      record: {
        kind: 'incident',
        source: SOURCE,
        externalId: followUp.incident_id,
        followUps: [
          {
            id,
            url:
              followUp.external_issue_reference?.issue_permalink ?? undefined,
            createdAt: followUp.created_at ?? undefined,
            title: followUp.title ?? undefined,
            updatedAt: at,
            closedAt: followUp.completed_at ?? (isDropped ? at : undefined),
          },
        ],
      },
      occurredAt: at,
      subjects: [],
    },
  ];
}
