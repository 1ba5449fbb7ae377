import { PermissionsService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import {
  AuthorizedJourneyAnswers,
  DatabaseJourneyAnswers,
} from './answers/journeys';
import { TrackPreviews } from './answers/preview';
import { AuthorizedTrackAnswers, DatabaseTrackAnswers } from './answers/tracks';
import { VisibilityService } from './catalog/visibility';
import { AuthorizedJourneys, Journeys } from './records/journeys';
import { AuthorizedTemplateRuns, TemplateRuns } from './records/runs';

/** What routes and actions ask: each looks at who asks. */
export interface AuthorizedServices {
  journeyAnswers: AuthorizedJourneyAnswers;
  journeys: AuthorizedJourneys;
  previews: TrackPreviews;
  templateRuns: AuthorizedTemplateRuns;
  trackAnswers: AuthorizedTrackAnswers;
}

/** Puts an authorized service before each that a caller from outside may reach. */
export function createAuthorizedServices(options: {
  db: Knex;
  journeys: Journeys;
  permissions: PermissionsService;
  templateRuns: TemplateRuns;
  visibility: VisibilityService;
}): AuthorizedServices {
  return {
    journeyAnswers: AuthorizedJourneyAnswers.create(
      DatabaseJourneyAnswers.create(options),
      options,
    ),
    journeys: AuthorizedJourneys.create(options.journeys, options),
    previews: TrackPreviews.create(options),
    trackAnswers: AuthorizedTrackAnswers.create(
      DatabaseTrackAnswers.create(options),
      options,
    ),
    templateRuns: AuthorizedTemplateRuns.create(options.templateRuns, options),
  };
}
