import { Entity } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { RunbookTier } from '../api';

/**
 * All tiers, the one on which most hangs first.
 *
 * @public
 */
export const RUNBOOK_TIERS = [
  'critical',
  'high',
  'normal',
] as const satisfies readonly RunbookTier[];

/**
 * The catalog kind `Runbook`: what to do when something fails, whom it serves and which alerts lead to it.
 *
 * @public
 */
export interface RunbookEntityV1alpha1 extends Entity {
  apiVersion: 'fairlead.dev/v1alpha1';
  kind: 'Runbook';
  spec: {
    /** The team that answers for the runbook. */
    owner: string;
    /** What it is for; left out when it is only for alerts. */
    serves?: {
      /** Entity references; `component` where no kind is given. */
      entities?: string[];
      /** Every entity that fits, a plain filter predicate as the catalog runs it. */
      filter?: FilterPredicate;
    };
    /** Names of alerts that lead to it; `*` stands for any characters, `?` for one. */
    alerts?: string[];
    /** `normal` when left out. */
    tier?: RunbookTier;
    /** How long a verification holds, for example `90d`, in place of what the tier says. */
    timeToLive?: string;
    /** Markdown; in the file mostly `{ $text: ./disk-full.md }`, which the catalog replaces by what that file holds. */
    text?: string;
    /** A page of an entity's documentation. */
    techdocs?: {
      /** The entity whose documentation it is; left out where the runbook serves a single one. */
      entity?: string;
      /** The page within it, for example `runbooks/disk-full`. */
      path: string;
    };
    /** Where it stands, an http or https address. */
    url?: string;
  };
}

/**
 * What is wrong with a runbook's entity, and where.
 *
 * @public
 */
export interface RunbookProblem {
  /** Where in the YAML, for example `spec.alerts[2]`. */
  path: string;
  /** What is wrong and what would be right. */
  message: string;
}
