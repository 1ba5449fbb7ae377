import { Entity } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { JsonObject } from '@backstage/types';

/**
 * The API version of the kinds of this project.
 *
 * @public
 */
export const FAIRLEAD_API_VERSION = 'fairlead.dev/v1alpha1';

/**
 * A rule: a filter predicate over an entity with its facts under `facts.<factId>`, and the value
 * operators `$eq $ne $gt $gte $lt $lte $matches $olderThan $newerThan` besides.
 *
 * @public
 */
export type Rule = JsonObject;

/**
 * How a failing check is mended.
 *
 * @public
 */
export type CheckFix = {
  /** Markdown, one or two sentences. */
  text?: string;
  /** Where to read on, or the template that does it: an http(s) address, or a path of the portal such as `/create`. */
  url?: string;
  /** What an agent that mends it is told besides. */
  prompt?: string;
  /** How whoever mended it sees that it is, for example a command. */
  verify?: string;
};

/**
 * What the question of a check calls the team that owns the scorecard, beside the refs of groups.
 *
 * @public
 */
export const SCORECARD_OWNER = 'scorecard-owner';

/** One of the answers that a question offers. @public */
export type QuestionChoice = {
  /** Unique within its question; lower case words joined by `-`. */
  id: string;
  title: string;
  /** Whether the check passes where this is the answer. */
  passes: boolean;
};

/**
 * What a team is asked in a form, where nothing measures it.
 *
 * @public
 */
export type CheckQuestion = {
  text: string;
  /** Markdown: what to look at before answering. */
  help?: string;
  /** `yes`, which passes, `partly` and `no`, which do not, when left out. */
  choices?: QuestionChoice[];
  /** Whether an answer needs a link to what it rests on; `optional` when left out. */
  evidence?: 'required' | 'optional';
  /** How long an answer holds, at most two years; `180d` when left out. */
  expiresAfter?: string;
  /**
   * Who may answer besides the team that owns the entity: refs of groups, and `scorecard-owner` for the team that owns
   * the scorecard.
   */
  alsoAnsweredBy?: string[];
};

/**
 * What one check asks about an entity, as written in a scorecard: by a rule, or by a question in its place.
 *
 * @public
 */
export type CheckDefinition = {
  /** Unique within its scorecard; lower case words joined by `-`. */
  id: string;
  title: string;
  description?: string;
  /** One of the scorecard's levels. */
  level: string;
  /** How much it counts in the score; a positive number, 1 when left out. */
  weight?: number;
  /** Facts older than this are stale for this check, for example `14d`. */
  maxAge?: string;
  /** The day from which it counts, `YYYY-MM-DD` or an ISO 8601 time; before it the check is announced only. */
  from?: string;
  /** Which of the scorecard's entities the check is about; all when left out. */
  appliesTo?: FilterPredicate;
  /** What must hold. Absent where there is a question. */
  rule?: Rule;
  /** What a team is asked, in place of a rule. */
  question?: CheckQuestion;
  /** Why it matters, in a sentence. */
  why?: string;
  fix?: CheckFix;
};

/**
 * What a waived check means for level and score: it is left out of both; the level can be reached without it, and its
 * weight stays in the score as an accepted risk; or it counts in both like a check that does not pass.
 *
 * @public
 */
export type WaivedMeaning = 'left-out' | 'accepted-risk' | 'counts';

/**
 * What a scorecard says of waivers.
 *
 * @public
 */
export type ScorecardWaivers = {
  /** `left-out` when left out. */
  meaning?: WaivedMeaning;
  /**
   * The largest share, above 0 and at most 1, of the entities a check applies to that may be exempt from it. A request
   * above it is refused.
   */
  maxShare?: number;
};

/**
 * The catalog kind `Scorecard`: checks on a ladder of levels.
 *
 * @public
 */
export interface ScorecardEntityV1alpha1 extends Entity {
  apiVersion: typeof FAIRLEAD_API_VERSION;
  kind: 'Scorecard';
  spec: {
    /** The team that answers for the scorecard. */
    owner: string;
    /** Which entities it judges: a plain filter predicate, so that the catalog can run it. */
    appliesTo: FilterPredicate;
    /** Lowest first. */
    levels: string[];
    checks: CheckDefinition[];
    waivers?: ScorecardWaivers;
  };
}

/**
 * What is wrong with a definition, and where.
 *
 * @public
 */
export interface DefinitionProblem {
  /** Where in the YAML, for example `spec.checks[2].rule.facts.ownership.ownerExists`. */
  path: string;
  /** What is wrong and what would be right. */
  message: string;
}
