import { describeRule } from '@fairlead/backstage-plugin-scorecards-common';

/** Undefined for a rule that this version of the portal does not know, which a newer backend may serve. */
export function describeOwnRule(
  ...rule: Parameters<typeof describeRule>
): string | undefined {
  try {
    return describeRule(...rule);
  } catch {
    return undefined;
  }
}
