import { PolicyDecision } from '@backstage/plugin-permission-common';

/** Whether a decision holds for the source with this id. */
export type SourceCondition = (
  decision: PolicyDecision,
  source: string,
) => boolean;
