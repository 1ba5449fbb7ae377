import { TransitionCause } from '@fairlead/backstage-plugin-scorecards-common';

/** A level that an entity had and has no more. */
export interface LostLevel {
  scorecardRef: string;
  entityRef: string;
  /** The entity as its team calls it. */
  name: string;
  from: string;
  /** The level now; null for none. */
  to: string | null;
  cause: TransitionCause;
  reason: string;
}
