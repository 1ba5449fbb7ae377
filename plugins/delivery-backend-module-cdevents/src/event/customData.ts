import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  originKindSchema,
  ReportedOrigin,
} from '@fairlead/backstage-plugin-delivery-common';
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
  /** Who started a pipeline: the ref of a user, or an account at the host of the repository. */
  startedBy?: string;
  severity?: string;
  /** By whom a change was made, as its agent or CI says. */
  origin?: ReportedOrigin;
  /** The source whose change it is. */
  changeSource?: string;
}

const NOTHING: CustomData = { entityRef: [] };

const LONGEST_TOOL = 100;
/** The id of a source. */
const SOURCE = /^[a-z][a-z0-9-]{0,59}$/;

/** The kind alone, or with the tool. What is no origin says nothing. */
const statedOriginSchema = z
  .union([
    originKindSchema.transform((kind): ReportedOrigin => ({ kind })),
    z.object({
      kind: originKindSchema,
      tool: z.string().min(1).max(LONGEST_TOOL).optional().catch(undefined),
    }),
  ])
  .optional()
  .catch(undefined);

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
    /** Who started a pipeline, as the ref of a user or as an account at the host of the repository. */
    startedBy: textSchema,
    severity: textSchema,
    /** By whom a change was made, in a word, or as `{ kind, tool }`. */
    origin: statedOriginSchema,
    /** The source whose change it is, for example `github`, where CDEvents only say something of it. */
    changeSource: z.string().regex(SOURCE).optional().catch(undefined),
  })
  .nullish()
  .catch(undefined)
  .transform((data): CustomData => data ?? NOTHING);
