import { LintProblem } from '../lint';
import { RunbookHealth } from './health';

/**
 * Where it is said that a runbook is there: an entity of the kind `Runbook`, a link or an annotation of an entity that it
 * serves, or an alert or incident that named it.
 *
 * @public
 */
export type RunbookOrigin = 'entity' | 'link' | 'annotation' | 'alert';

/** How much hangs on what a runbook is for. It decides for how long a verification holds. @public */
export type RunbookTier = 'critical' | 'high' | 'normal';

/** A runbook as lists show it. @public */
export interface RunbookSummary {
  /** Stays the same for as long as the entity has its name, or the URL is the same. */
  id: string;
  title: string;
  /** The strongest origin: an entity before an annotation, a link and an alert. */
  from: RunbookOrigin;
  /** The ref of the `Runbook` entity, if it is one. */
  entityRef?: string;
  /** The owner of the entity, or of the first entity that names the URL. */
  ownerRef?: string;
  tier: RunbookTier;
  /** The names of the alerts that it is for, with globs as they were written. */
  alerts: string[];
  /** The entities that it serves and that the reader may see; the first ten. */
  serves: string[];
  /** How many that are. */
  servesCount: number;
  /** Where the text is, if it is not in the catalog. */
  url?: string;
  health: RunbookHealth;
  /** When a person last verified it. ISO 8601. */
  verifiedAt?: string;
  /** When it was last used for an incident or a drill. ISO 8601. */
  usedAt?: string;
}

/** `GET /runbooks/:id` @public */
export interface RunbookDetail extends RunbookSummary {
  /** Markdown; absent where none could be read, ever. */
  text?: string;
  /** When the text was last read from where it is. ISO 8601. */
  copiedAt?: string;
  /** Of the text; a verification sends it back. */
  textHash?: string;
  /** The text is the last good copy: what is there now cannot be read. */
  isLastGoodCopy: boolean;
  /** What relative links and images of the text are relative to. */
  baseUrl?: string;
  /** Where it can be edited. */
  editUrl?: string;
  problems: LintProblem[];
  /** The entity that the caller may verify and use it for without more rights; the first that it serves. */
  servesOwnTeam: boolean;
  helped: number;
  misled: number;
  missing: number;
}

/** `GET /runbooks` @public */
export interface RunbookPage {
  items: RunbookSummary[];
  nextCursor?: string;
  totalItems: number;
  /** How many runbooks stand in each state, by part, under the same filters but those of part and state. */
  totals: Record<string, Record<string, number>>;
  /** How many of the same would fail somebody tonight: in one part of theirs at least, drift left aside, they are bad. */
  failing?: number;
}

/** `POST /lint` @public */
export interface LintAnswer {
  problems: LintProblem[];
}

/**
 * How a list of runbooks is sorted: by title, or first those that are bad in the most parts, drift left aside.
 *
 * @public
 */
export const RUNBOOKS_ORDERS = ['title', 'health'] as const;

/** One of {@link RUNBOOKS_ORDERS}. @public */
export type RunbooksOrder = (typeof RUNBOOKS_ORDERS)[number];
