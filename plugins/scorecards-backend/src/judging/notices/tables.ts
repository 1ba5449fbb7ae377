import { TransitionCause } from '@fairlead/backstage-plugin-scorecards-common';
import { DbTime } from '../../database/tables';

/** An entity that fell below a level, until its team has been told. */
export interface DbLostLevelRow {
  scorecard_ref: string;
  entity_ref: string;
  /** The level that it had. */
  from: string;
  at: DbTime;
  cause: TransitionCause;
  reason: string;
}

/** The digest of a week for a team, once a replica has it in hand. */
export interface DbDigestRow {
  owner_ref: string;
  /** The Monday of the week, `YYYY-MM-DD`. */
  week: string;
  taken_until: DbTime;
  /** When it was sent, or there was nothing to tell. */
  sent_at: DbTime | null;
}
