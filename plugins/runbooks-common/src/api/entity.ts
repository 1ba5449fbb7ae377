import { RunbookSummary, RunbookOrigin } from './registry';

/** The runbook of an alert, as much as a line needs. @public */
export interface RunbookLink {
  id: string;
  title: string;
  from: RunbookOrigin;
  /** How it stands with its address, so that nobody is sent to what is gone without a word. */
  resolves: RunbookSummary['health']['resolves']['state'];
}

/** An alert that fires now. @public */
export interface FiringAlert {
  /** The name of the alert. */
  alert: string;
  entityRef: string;
  /** ISO 8601. */
  since: string;
  labels: Record<string, string>;
  severity?: string;
  /** It may wake somebody up. */
  mayPage: boolean;
  /** What the alert says of itself. */
  summary?: string;
  /** Where the alert is seen in the system that told it. */
  url?: string;
  dashboardUrls: string[];
  /** Absent where there is none: the gap itself. */
  runbook?: RunbookLink;
  /** A use of the runbook for this entity that is under way. */
  useId?: string;
}

/** `GET /firing` @public */
export interface FiringAnswer {
  /** Those that may page first, then the latest first. */
  items: FiringAlert[];
  totalItems: number;
  /** When a source last told anything of alerts, so that silence is good news; absent where none ever did. ISO 8601. */
  heardAt?: string;
}

/** How many of the alert names that fired have a runbook that resolves. @public */
export interface CoverageShare {
  fired: number;
  covered: number;
  /** `null` where nothing fired: no alert says nothing about runbooks. */
  ratio: number | null;
}

/** Coverage over a window that ends now. @public */
export interface Coverage extends CoverageShare {
  /** Of those that may page. */
  night: CoverageShare;
  /** Alert names that are known and did not fire in the window. */
  silent: CoverageShare;
  /** Days. */
  windowDays: number;
}

/** `GET /entities/:kind/:namespace/:name` @public */
export interface EntityRunbooks {
  entityRef: string;
  firing: FiringAlert[];
  runbooks: RunbookSummary[];
  coverage: Coverage;
}

/** One alert name on one entity. @public */
export interface AlertRow {
  alert: string;
  entityRef: string;
  ownerRef?: string;
  /** Firings within the window. */
  firings: number;
  lastFiredAt?: string;
  firesNow: boolean;
  mayPage: boolean;
  severity?: string;
  runbook?: RunbookLink;
  /** The URL that the alert names, as it was told, where it is half or leads to nothing. */
  toldUrl?: string;
  /** Why it is not covered, in a sentence. */
  reason?: string;
}

/** `GET /coverage` @public */
export interface CoverageAnswer {
  coverage: Coverage;
  items: AlertRow[];
  nextCursor?: string;
  totalItems: number;
}

/** `GET /coverage/drafts?alert&entity`: the files of a runbook that is not there yet. @public */
export interface RunbookDraftAnswer {
  /** File names and contents: the text, and the entity beside it. */
  files: { path: string; text: string }[];
  /** Where a pull request with them can be opened, if the entity says where its files are. */
  editUrl?: string;
}

/** `GET /for?alert&entity` as JSON. @public */
export interface RunbookFor {
  alert?: string;
  entityRef?: string;
  runbook?: RunbookSummary;
  /** Others that fit less well, best first. */
  others: RunbookLink[];
  /** Labels of the alert that fires now, for placeholders. */
  labels: Record<string, string>;
  /** Why there is none, and what to do. */
  reason?: string;
}

/** What would fail a team tonight. `GET /teams/:kind/:namespace/:name` @public */
export interface TeamRunbooks {
  teamRef: string;
  firing: FiringAlert[];
  coverage: Coverage;
  /** Alerts that may page and have no runbook that resolves; the worst first. */
  uncoveredAtNight: AlertRow[];
  /** Runbooks that would fail: broken, incomplete, without action, expired; the worst first. */
  failing: RunbookSummary[];
  failingCount: number;
  runbookCount: number;
  followUps: { open: number; overdue: number };
  responders: ResponderShare | null;
}

/** How much hangs on one person, as numbers; nobody is named. Only the owning team is told. @public */
export interface ResponderShare {
  /** Incidents that were resolved and whose responders are known. */
  n: number;
  /** The share of them in which the most frequent responder took part. */
  share: number;
  /** How many others have resolved one. */
  others: number;
  /** A sentence: whom to pair, by role. */
  suggestion?: string;
}
