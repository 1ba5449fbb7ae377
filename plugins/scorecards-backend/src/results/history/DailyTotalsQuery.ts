import { Knex } from 'knex';
import { ScorecardDefinitions } from '../../definitions/ScorecardDefinitions';
import { Visibility } from '../../visibility';
import { ScorecardVersionCache } from '../ScorecardVersionCache';

export interface DailyTotalsQuery {
  db: Knex;
  definitions: ScorecardDefinitions;
  versions: ScorecardVersionCache;
  scorecardRef: string;
  /** `YYYY-MM-DD`, UTC; included. */
  from: string;
  /** `YYYY-MM-DD`, UTC; included. */
  to: string;
  /** Only the entities of these owners. */
  owners?: readonly string[];
  visibility: Visibility;
}
