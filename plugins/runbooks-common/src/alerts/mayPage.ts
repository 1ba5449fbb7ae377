import { matchesPattern } from './matchesPattern';

/** What is known of a firing that tells whether it may wake somebody up. @public */
export interface PageableFiring {
  severity?: string;
  labels: Readonly<Record<string, string>>;
  receivers: readonly string[];
}

/**
 * Which firings may wake somebody up: those with one of these values in one of these labels, and those that are sent to one
 * of these receivers. `*` stands for any characters, `?` for one; upper and lower case are the same.
 *
 * @public
 */
export interface PagingRules {
  labels: Readonly<Record<string, readonly string[]>>;
  receivers: readonly string[];
}

/** What pages where nobody says anything else. @public */
export const DEFAULT_PAGING_RULES: PagingRules = {
  labels: {
    severity: ['critical', 'page', 'pager', 'emergency', 'sev1', 'p1'],
    page: ['true', 'yes'],
  },
  receivers: [
    '*pager*',
    '*opsgenie*',
    '*oncall*',
    '*on-call*',
    '*on_call*',
    '*victorops*',
  ],
};

/**
 * Whether a firing may wake somebody up. The severity that a source tells counts as the label of that name where there is no
 * such label.
 *
 * @public
 */
export function mayPage(firing: PageableFiring, rules: PagingRules): boolean {
  const { receivers, severity } = firing;
  const labels: Record<string, string | undefined> = {
    severity,
    ...firing.labels,
  };
  return (
    Object.entries(rules.labels).some(
      ([label, values]) =>
        Object.hasOwn(labels, label) && isMeant(labels[label], values),
    ) || receivers.some(receiver => isMeant(receiver, rules.receivers))
  );
}

function isMeant(
  text: string | undefined,
  patterns: readonly string[],
): boolean {
  return (
    text !== undefined &&
    patterns.some(pattern => matchesPattern(lower(text), lower(pattern)))
  );
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
