import { PermissionsService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import {
  AuthorizedJourneyAnswers,
  DatabaseJourneyAnswers,
} from './answers/journeys';
import { VisibilityService } from './catalog/visibility';
import { AuthorizedJourneys, Journeys } from './records/journeys';

/** What routes and actions ask: each looks at who asks. */
export interface AuthorizedServices {
  journeyAnswers: AuthorizedJourneyAnswers;
  journeys: AuthorizedJourneys;
}

/** Puts an authorized service before each that a caller from outside may reach. */
export function createAuthorizedServices(options: {
  db: Knex;
  journeys: Journeys;
  permissions: PermissionsService;
  visibility: VisibilityService;
}): AuthorizedServices {
  return {
    journeyAnswers: AuthorizedJourneyAnswers.create(
      DatabaseJourneyAnswers.create(options),
      options,
    ),
    journeys: AuthorizedJourneys.create(options.journeys, options),
  };
}
