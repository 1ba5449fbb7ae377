import { Knex } from 'knex';
import { ScorecardDefinitions } from '../../../judging/definitions/ScorecardDefinitions';
import { Visibility } from '../../../catalog/visibility';
import { ScorecardVersionCache } from '../../../judging/definitions/ScorecardVersionCache';
import { LocalDays } from './days';

export interface DailyTotalsQuery {
  db: Knex;
  definitions: ScorecardDefinitions;
  versions: ScorecardVersionCache;
  scorecardRef: string;
  days: LocalDays;
  /** `YYYY-MM-DD`; included. */
  from: string;
  /** `YYYY-MM-DD`; included. */
  to: string;
  /** Only the entities of these owners. */
  owners?: readonly string[];
  visibility: Visibility;
}
