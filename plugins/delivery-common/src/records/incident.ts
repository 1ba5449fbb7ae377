import { z } from 'zod';
import { instantSchema } from './instant';
import { RecordBase, recordBaseShape } from './recordBase';

/** How sure it is that one thing is linked to another. @public */
export type Confidence = 'inferred' | 'confirmed' | 'rejected';

/** What noticed an incident first. @public */
export type FoundBy = 'alert' | 'person';

/** Something that was agreed after an incident. @public */
export interface FollowUp {
  id: string;
  url?: string;
  createdAt?: string;
  closedAt?: string;
  title?: string;
  dueAt?: string;
  /** As of when title and due date are so. */
  updatedAt?: string;
}

/**
 * An incident. Whether and when it is over follows from `resolutions` and `reopened`, see `settleIncident`.
 *
 * @public
 */
export interface Incident extends RecordBase {
  kind: 'incident';
  externalId: string;
  /** The source says that this is no incident, or not one any more: it counts for nothing while this is true. */
  withdrawn?: boolean;
  title?: string;
  severity?: string;
  /** Who noticed it first, as far as the source tells. */
  foundBy?: FoundBy;
  /** The names of the alerts that opened it. */
  alertNames?: string[];
  /** What its source has it labelled with, as far as that says what kind of incident it is. */
  labels?: string[];
  /** As it was told, which may be a template or half a URL. */
  runbookUrl?: string;
  /** When it began to do harm, which may be long before anybody noticed. */
  startedAt?: string;
  detectedAt?: string;
  ackAt?: string;
  /** When it did no more harm, though it may not have been over. */
  mitigatedAt?: string;
  resolutions?: string[];
  reopened?: string[];
  /** The key of the deployment that brought it about, as the source says. */
  cause?: { deployment: string; confidence: Confidence };
  /** Entity refs or keyed hashes. */
  responders?: string[];
  /** Where its review is written. */
  postmortemUrl?: string;
  /** When the review was first published. */
  publishedAt?: string;
  followUps?: FollowUp[];
}

/** Accepts an {@link Incident}. @public */
export const incidentSchema = z.object({
  ...recordBaseShape,
  kind: z.literal('incident'),
  externalId: z.string().min(1),
  withdrawn: z.boolean().optional(),
  title: z.string().optional(),
  severity: z.string().optional(),
  foundBy: z.enum(['alert', 'person']).optional(),
  alertNames: z.array(z.string()).optional(),
  labels: z.array(z.string()).optional(),
  runbookUrl: z.string().optional(),
  startedAt: instantSchema.optional(),
  detectedAt: instantSchema.optional(),
  ackAt: instantSchema.optional(),
  mitigatedAt: instantSchema.optional(),
  resolutions: z.array(instantSchema).optional(),
  reopened: z.array(instantSchema).optional(),
  cause: z
    .object({
      deployment: z.string(),
      confidence: z.enum(['inferred', 'confirmed', 'rejected']),
    })
    .optional(),
  responders: z.array(z.string()).optional(),
  postmortemUrl: z.string().optional(),
  publishedAt: instantSchema.optional(),
  followUps: z
    .array(
      z.object({
        id: z.string(),
        url: z.string().optional(),
        createdAt: instantSchema.optional(),
        closedAt: instantSchema.optional(),
        title: z.string().optional(),
        dueAt: instantSchema.optional(),
        updatedAt: instantSchema.optional(),
      }),
    )
    .optional(),
}) satisfies z.ZodType<Incident>;

/**
 * When an incident was over for good: the first resolution after it was last reopened. Undefined while it is open.
 *
 * @public
 */
export function settleIncident(
  incident: Pick<Incident, 'resolutions' | 'reopened'>,
): { resolvedAt?: string } {
  const lastReopened = [...(incident.reopened ?? [])].sort().at(-1) ?? '';
  const resolvedAt = [...(incident.resolutions ?? [])]
    .sort()
    .find(at => at > lastReopened);
  return { resolvedAt };
}
