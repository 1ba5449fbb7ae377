import { PermissionsService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { EntityAnswers } from './answers/entity';
import { AuthorizedInsights, DatabaseInsights } from './answers/insights';
import {
  AuthorizedJourneyAnswers,
  DatabaseJourneyAnswers,
} from './answers/journeys';
import { TrackPreviews } from './answers/preview';
import { Standpoint } from './answers/standpoint';
import { AuthorizedTeam, DatabaseTeam } from './answers/team';
import { AuthorizedTrackAnswers, DatabaseTrackAnswers } from './answers/tracks';
import { ValueAnswers } from './answers/values';
import { VisibilityService } from './catalog/visibility';
import { figuresWindow } from './records/figures';
import { AuthorizedHelp, Help } from './records/help';
import { AuthorizedJourneys, Journeys } from './records/journeys';
import { AuthorizedTemplateRuns, TemplateRuns } from './records/runs';
import { AuthorizedVotes, Votes } from './records/votes';

/** What routes and actions ask: each looks at who asks. */
export interface AuthorizedServices {
  entityAnswers: EntityAnswers;
  help: AuthorizedHelp;
  insights: AuthorizedInsights;
  journeyAnswers: AuthorizedJourneyAnswers;
  journeys: AuthorizedJourneys;
  previews: TrackPreviews;
  teams: AuthorizedTeam;
  templateRuns: AuthorizedTemplateRuns;
  trackAnswers: AuthorizedTrackAnswers;
  valueAnswers: ValueAnswers;
  votes: AuthorizedVotes;
}

/** Puts an authorized service before each that a caller from outside may reach. */
export function createAuthorizedServices(options: {
  db: Knex;
  help: Help;
  /** For how many milliseconds contributions are kept. */
  keptFor: number;
  journeys: Journeys;
  permissions: PermissionsService;
  templateRuns: TemplateRuns;
  /** By whose days cohorts are counted. */
  timeZone: string;
  visibility: VisibilityService;
  votes: Votes;
}): AuthorizedServices {
  const standpoint = Standpoint.create(options);
  const figures = { ...options, window: figuresWindow(options.keptFor) };
  return {
    entityAnswers: EntityAnswers.create(options),
    help: AuthorizedHelp.create(options.help, options),
    insights: AuthorizedInsights.create(DatabaseInsights.create(figures), {
      ...options,
      standpoint,
    }),
    journeyAnswers: AuthorizedJourneyAnswers.create(
      DatabaseJourneyAnswers.create(figures),
      options,
    ),
    journeys: AuthorizedJourneys.create(options.journeys, options),
    previews: TrackPreviews.create(options),
    teams: AuthorizedTeam.create(DatabaseTeam.create(figures), {
      ...options,
      standpoint,
    }),
    trackAnswers: AuthorizedTrackAnswers.create(
      DatabaseTrackAnswers.create(options),
      options,
    ),
    templateRuns: AuthorizedTemplateRuns.create(options.templateRuns, options),
    valueAnswers: ValueAnswers.create(options),
    votes: AuthorizedVotes.create(options.votes, options),
  };
}
