import { z } from 'zod';
import { Confidence } from './incident';
import { instantSchema } from './instant';
import { RecordBase, recordBaseShape } from './recordBase';

/**
 * What joins two things: a deployment causes an incident; a deployment remediates an incident or a bug;
 * an artifact contains a change.
 *
 * @public
 */
export type LinkType = 'causes' | 'remediates' | 'contains';

/**
 * A statement that one thing belongs to another. What a person says outranks what was inferred.
 *
 * @public
 */
export interface Link extends RecordBase {
  kind: 'link';
  type: LinkType;
  /** A record key, or the name of an artifact. */
  from: string;
  /** A record key, a commit, or the URL of a bug. */
  to: string;
  /** Why it is so, one reason each. */
  evidence?: string[];
  verdict?: { confidence: Confidence; at: string };
}

/** Accepts a {@link Link}. @public */
export const linkSchema = z.object({
  ...recordBaseShape,
  kind: z.literal('link'),
  type: z.enum(['causes', 'remediates', 'contains']),
  from: z.string().min(1),
  to: z.string().min(1),
  evidence: z.array(z.string()).optional(),
  verdict: z
    .object({
      confidence: z.enum(['inferred', 'confirmed', 'rejected']),
      at: instantSchema,
    })
    .optional(),
}) satisfies z.ZodType<Link>;
