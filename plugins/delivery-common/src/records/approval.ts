import { z } from 'zod';
import { instantSchema } from './instant';
import { RecordBase, recordBaseShape } from './recordBase';

/** What an approval was decided to be. @public */
export type ApprovalDecision = 'pending' | 'approved' | 'rejected';

/** All decisions, each outranked by those after it. @public */
export const APPROVAL_DECISIONS: readonly ApprovalDecision[] = [
  'pending',
  'approved',
  'rejected',
];

/** A decision and when it was taken. @public */
export interface ApprovalStatus {
  decision: ApprovalDecision;
  at: string;
}

/**
 * A gate before a deployment or in a run at which somebody has to say yes.
 *
 * @public
 */
export interface Approval extends RecordBase {
  kind: 'approval';
  /** The source's id, or `<runId>/<environment>` where it has none. */
  approvalId: string;
  repo?: string;
  runId?: string;
  environment?: string;
  /** The external id of the deployment that waits for it. */
  deploymentId?: string;
  sha?: string;
  requestedAt?: string;
  decidedAt?: string;
  status?: ApprovalStatus;
  /** The group asked, as the source names it. */
  group?: string;
}

/** Accepts an {@link Approval}. @public */
export const approvalSchema = z.object({
  ...recordBaseShape,
  kind: z.literal('approval'),
  approvalId: z.string().min(1),
  repo: z.string().optional(),
  runId: z.string().optional(),
  environment: z.string().optional(),
  deploymentId: z.string().optional(),
  sha: z.string().optional(),
  requestedAt: instantSchema.optional(),
  decidedAt: instantSchema.optional(),
  status: z
    .object({
      decision: z.enum(
        APPROVAL_DECISIONS as [ApprovalDecision, ...ApprovalDecision[]],
      ),
      at: instantSchema,
    })
    .optional(),
  group: z.string().optional(),
}) satisfies z.ZodType<Approval>;
