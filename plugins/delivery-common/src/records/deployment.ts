import { z } from 'zod';
import { instantSchema } from './instant';
import { RecordBase, recordBaseShape } from './recordBase';

/** What a deployment is for. @public */
export type DeploymentKind = 'change' | 'rollback' | 'hotfix' | 'redeploy';

/** How a deployment was set off: by a merge alone, after one approval, or by manual steps. @public */
export type DeploymentTrigger = 'automatic' | 'approved' | 'manual';

/** The states of a deployment. `inactive` only says that a later one took its place. @public */
export type DeploymentState =
  | 'queued'
  | 'waiting'
  | 'in_progress'
  | 'success'
  | 'failure'
  | 'cancelled'
  | 'timedOut'
  | 'inactive'
  | 'unknown';

/** One entry in the life of a deployment. @public */
export interface DeploymentStatus {
  state: DeploymentState;
  at: string;
}

/** A commit that a deployment brought. @public */
export interface RangeCommit {
  sha: string;
  /** The first line of the commit message. */
  subject?: string;
  /** The number of the request that the message names, by the conventions of the source. */
  changeNumber?: number;
}

/** The commits between a base and the deployed commit, as the source compares them. @public */
export interface CommitRange {
  /** The commit the comparison starts from; not part of the range. */
  base: string;
  commits: RangeCommit[];
  /** The source did not tell all commits. */
  partial?: boolean;
}

/**
 * One deployment of one environment as its source records it. Attempts of the same external id are one record;
 * outcome and times follow from `statuses`, see `settleDeployment`.
 *
 * @public
 */
export interface Deployment extends RecordBase {
  kind: 'deployment';
  repo: string;
  externalId: string;
  environment?: string;
  /** What the source says about the environment; GitHub says `false` of every name but `production`. */
  productionEnvironment?: boolean;
  /** The tier that the source gives the environment, for example `production` or `staging`. */
  tier?: string;
  sha?: string;
  ref?: string;
  /** The artifact deployed, for example a package URL, where a source names that in place of a commit. */
  artifact?: string;
  /** Joins the deployments of several regions or copies into one. */
  deploymentGroup?: string;
  runId?: string;
  createdAt?: string;
  statuses?: DeploymentStatus[];
  /** Set only where the source says so itself. */
  deploymentKind?: DeploymentKind;
  /** The external id of the deployment it replaced. */
  previousId?: string;
  trigger?: DeploymentTrigger;
  ranges?: CommitRange[];
}

/** Accepts a {@link Deployment}. @public */
export const deploymentSchema = z.object({
  ...recordBaseShape,
  kind: z.literal('deployment'),
  repo: z.string().min(1),
  externalId: z.string().min(1),
  environment: z.string().optional(),
  productionEnvironment: z.boolean().optional(),
  tier: z.string().optional(),
  sha: z.string().optional(),
  ref: z.string().optional(),
  artifact: z.string().optional(),
  deploymentGroup: z.string().optional(),
  runId: z.string().optional(),
  createdAt: instantSchema.optional(),
  statuses: z
    .array(
      z.object({
        state: z.enum([
          'queued',
          'waiting',
          'in_progress',
          'success',
          'failure',
          'cancelled',
          'timedOut',
          'inactive',
          'unknown',
        ]),
        at: instantSchema,
      }),
    )
    .optional(),
  deploymentKind: z
    .enum(['change', 'rollback', 'hotfix', 'redeploy'])
    .optional(),
  previousId: z.string().optional(),
  trigger: z.enum(['automatic', 'approved', 'manual']).optional(),
  ranges: z
    .array(
      z.object({
        base: z.string(),
        commits: z.array(
          z.object({
            sha: z.string(),
            subject: z.string().optional(),
            changeNumber: z.int().positive().optional(),
          }),
        ),
        partial: z.boolean().optional(),
      }),
    )
    .optional(),
}) satisfies z.ZodType<Deployment>;
