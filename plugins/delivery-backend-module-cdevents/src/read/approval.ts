import {
  Approval,
  ApprovalDecision,
  RecordFields,
} from '@fairlead/backstage-plugin-delivery-common';
import { z } from 'zod';
import { CdEvent, EventReader, identify, SOURCE_ID } from '../event';
import { parseRepository, repositoryOf, subjectsOf } from '../names';

const contentSchema = z.object({
  approvalDetailsUrl: z.string().nullish(),
  resourceTargetUrl: z.string().nullish(),
  status: z.string().nullish(),
});

type ApprovalEvent = CdEvent<z.output<typeof contentSchema>>;

/** Where it was cancelled or expired, the wait is over and nothing was decided. */
const DECISIONS = new Map<string, ApprovalDecision>([
  ['approved', 'approved'],
  ['rejected', 'rejected'],
]);

function createReader(
  tell: (event: ApprovalEvent) => Partial<RecordFields<Approval>>,
): EventReader<z.output<typeof contentSchema>> {
  return {
    content: contentSchema,
    read(event) {
      const { approvalDetailsUrl, resourceTargetUrl } = event.subject.content;
      const target = parseRepository(resourceTargetUrl ?? '');
      const repository =
        repositoryOf(event) ?? (target?.host === 'other' ? undefined : target);
      return [
        {
          record: {
            kind: 'approval',
            source: SOURCE_ID,
            approvalId: identify(event),
            repo: repository?.slug,
            sha: event.customData.commit,
            url: approvalDetailsUrl ?? undefined,
            ...tell(event),
          },
          occurredAt: event.context.timestamp,
          subjects: subjectsOf(event, { repository }),
        },
      ];
    },
  };
}

/** What is read of approvals, which CDEvents have since the draft of 0.6. */
export const approvalReaders = {
  'approval.created': createReader(({ context: { timestamp: at } }) => ({
    requestedAt: at,
    status: { decision: 'pending', at },
  })),
  // One of several responders answered; only the final outcome counts.
  'approval.updated': createReader(({ context: { timestamp: at } }) => ({
    status: { decision: 'pending', at },
  })),
  'approval.closed': createReader(({ context: { timestamp: at }, subject }) => {
    const decision = DECISIONS.get(subject.content.status ?? '');
    return { decidedAt: at, status: decision && { decision, at } };
  }),
};
