import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { payloadInstantSchema } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';

/** What is read of custom data. */
export interface CustomData {
  entityRef: string[];
  repository?: string;
  commit?: string;
  firstCommitAt?: string;
  branch?: string;
  onDefaultBranch?: boolean;
  severity?: string;
}

const NOTHING: CustomData = { entityRef: [] };

const textSchema = z.string().min(1).optional().catch(undefined);

/** A ref as the catalog writes it; what is none is kept, to be listed as what nobody knows. */
function readEntityRef(text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    return text.trim().toLowerCase();
  }
}

/**
 * What is read of the data that senders may add as they like. It belongs to them, so a field of another form than the
 * one read is not an error.
 */
export const customDataSchema = z
  .object({
    /** Refs of the entities that the event is about. */
    entityRef: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .catch(undefined)
      .transform(refs =>
        [refs ?? []]
          .flat()
          .filter(ref => ref.trim())
          .map(readEntityRef),
      ),
    /** The repository, as a slug or a URL. */
    repository: textSchema,
    /** The full SHA of the commit. */
    commit: textSchema.transform(sha => sha?.toLowerCase()),
    /** When the first commit of a change was authored. */
    firstCommitAt: payloadInstantSchema.optional().catch(undefined),
    /** On which branch a pipeline ran. */
    branch: textSchema,
    onDefaultBranch: z.boolean().optional().catch(undefined),
    severity: textSchema,
  })
  .nullish()
  .catch(undefined)
  .transform((data): CustomData => data ?? NOTHING);
