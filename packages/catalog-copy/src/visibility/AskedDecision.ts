import { ConditionalPolicyDecision } from '@backstage/plugin-permission-common';

/** A decision whose rules only the catalog knows. */
export interface AskedDecision {
  decision: ConditionalPolicyDecision;
  /** What the policy says of this caller now. */
  decideAgain(): Promise<unknown>;
}

/**
 * Whether the policy still decides the same. The catalog asks the policy once more by itself and may get another decision
 * than the request did: what it answered is kept only where they are the same.
 */
export async function isStillDecided({
  decision,
  decideAgain,
}: AskedDecision): Promise<boolean> {
  return JSON.stringify(await decideAgain()) === JSON.stringify(decision);
}
