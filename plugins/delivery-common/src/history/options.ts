import { Calendar, DEFAULT_CALENDAR } from '../calendar';
import { ORIGIN_RULES, OriginRule } from '../origin';
import { EnvironmentRule } from './environments';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** From when a change's lead time is counted. @public */
export type LeadTimeStart = 'first-commit' | 'first-push' | 'opened' | 'merged';

/**
 * What a reader of measures may choose. All durations are in milliseconds.
 *
 * @public
 */
export interface HistoryOptions {
  /** The time as of which everything is told. */
  now: string;
  calendar: Calendar;
  leadTimeStart: LeadTimeStart;
  /** How the tools are known that make changes or help with them. */
  originRules: readonly OriginRule[];
  /** How old a deployment must be before it is judged good. */
  maturity: number;
  /** How long after a deployment an incident is attributed to it. */
  attributionWindow: number;
  /** Within what time deployments of one commit to several environments of a tier are one. */
  groupWindow: number;
  /** A pause between deployments after which older changes are no longer attributed. */
  historyGap: number;
  /** The longest pause between two attempts that counts as lost. */
  rerunGapCap: number;
  /** Within what time before and after a failure other attempts on the same commit are compared with it. */
  retryWindow: number;
  /** The workflows or jobs that must finish before a change can merge; all of them when left out. */
  requiredChecks?: readonly string[];
  /** Looked at before everything else that tells what an environment is for. */
  environments: readonly EnvironmentRule[];
  /** Refs that say a deployment is a hotfix. */
  hotfixRefs: readonly RegExp[];
}

/** The options in force where a reader chooses nothing. @public */
export const DEFAULT_HISTORY_OPTIONS: Omit<HistoryOptions, 'now'> = {
  calendar: DEFAULT_CALENDAR,
  leadTimeStart: 'first-commit',
  originRules: ORIGIN_RULES,
  maturity: 24 * HOUR,
  attributionWindow: 24 * HOUR,
  groupWindow: HOUR / 2,
  historyGap: 60 * DAY,
  rerunGapCap: 24 * HOUR,
  retryWindow: 7 * DAY,
  environments: [],
  hotfixRefs: [/(^|\/)hotfix[/-]/i],
};
