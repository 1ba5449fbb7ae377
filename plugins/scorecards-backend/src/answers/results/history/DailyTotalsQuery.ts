import { Knex } from 'knex';
import { ScorecardDefinitions } from '../../../judging/definitions/ScorecardDefinitions';
import { Visibility } from '../../../catalog/visibility';
import { ScorecardVersionCache } from '../../../judging/definitions/ScorecardVersionCache';
import { LocalDays } from './days';

/** Which totals are asked for. */
export interface DailyTotalsRange {
  scorecardRef: string;
  /** `YYYY-MM-DD`; included. */
  from: string;
  /** `YYYY-MM-DD`; included. */
  to: string;
  /** Only the entities of these owners. */
  owners?: readonly string[];
  visibility: Visibility;
}

/** What they are read from. */
export interface DailyTotalsStores {
  db: Knex;
  definitions: ScorecardDefinitions;
  versions: ScorecardVersionCache;
  days: LocalDays;
}

export type DailyTotalsQuery = DailyTotalsRange & DailyTotalsStores;
