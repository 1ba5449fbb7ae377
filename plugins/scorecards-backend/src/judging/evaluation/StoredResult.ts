import { CheckStatus } from '@fairlead/backstage-plugin-scorecards-common';
import { StoredCheck } from '../../database/storedChecks';

/** A check as an earlier evaluation left it. */
export interface CheckBefore extends StoredCheck {
  status: CheckStatus;
}

/** A result as an earlier evaluation left it. */
export interface ResultBefore {
  version: number;
  level: string | null;
  /** By check id. */
  checks: ReadonlyMap<string, CheckBefore>;
}
