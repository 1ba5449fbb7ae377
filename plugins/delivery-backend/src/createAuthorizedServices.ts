import {
  AuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ForCaller, ForUser, Senders } from '@fairlead/backend-routes';
import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import {
  AuthorizedDeliveredChanges,
  DatabaseDeliveredChanges,
} from './answers/delivered';
import { AuthorizedFeed, DatabaseFeed } from './answers/feed';
import {
  AuthorizedFriction,
  DatabaseFriction,
  Friction,
} from './answers/friction';
import {
  AuthorizedEntityHistory,
  AuthorizedEntityRecords,
  DatabaseEntityHistory,
  DatabaseEntityRecords,
  EntityHistory,
  EntityRecords,
} from './answers/history';
import {
  AuthorizedEntityMeasures,
  DatabaseEntityMeasures,
  SharedEntityMeasures,
  EntityMeasures,
} from './answers/measures';
import {
  AuthorizedOverview,
  Overview,
  SharedOverview,
} from './answers/overview';
import { AuthorizedPeople, DatabasePeople } from './answers/people';
import {
  AuthorizedSourceStatuses,
  DatabaseSourceStatuses,
  SourceCondition,
} from './answers/sources';
import { SummaryStore } from './answers/summaries/SummaryStore';
import {
  AuthorizedUnmatchedSubjects,
  DatabaseUnmatchedSubjects,
} from './answers/unmatched';
import {
  AuthorizedMeasureValues,
  DatabaseMeasureValues,
} from './answers/values';
import { AuthorizedWaiting, DatabaseWaiting, Waiting } from './answers/waiting';
import { ForVisible, VisibilityService } from './catalog/visibility';
import { AuthorizedEvents } from './intake/events/AuthorizedEvents';
import {
  AuthorizedFrictionReports,
  DatabaseFrictionReports,
  readFrictionLimitsFromConfig,
} from './intake/friction';
import { DoorCounts, Inbox } from './intake/inbox';
import { Backfills } from './intake/pulls/Backfills';
import { SourceRegistry } from './intake/sources/SourceRegistry';
import { AuthorizedTestReports } from './intake/testResults/AuthorizedTestReports';
import { AuthorizedWebhooks } from './intake/webhooks/AuthorizedWebhooks';
import { MeasureOptions } from './measuring/readMeasureOptions';
import { AuthorizedLinkVerdicts } from './records/links/AuthorizedLinkVerdicts';
import { LinkVerdicts } from './records/links/LinkVerdicts';
import { Normaliser } from './records/normalise';

/** All that callers from outside can ask for or send. Each takes the caller's credentials. */
export interface AuthorizedServices {
  delivered: AuthorizedDeliveredChanges;
  events: AuthorizedEvents;
  feed: AuthorizedFeed;
  friction: Friction<ForCaller>;
  frictionReports: AuthorizedFrictionReports;
  history: EntityHistory<ForCaller>;
  measures: EntityMeasures<ForCaller>;
  overview: Overview<ForCaller>;
  people: AuthorizedPeople;
  records: EntityRecords<ForCaller>;
  sources: AuthorizedSourceStatuses;
  testReports: AuthorizedTestReports;
  unmatched: AuthorizedUnmatchedSubjects;
  values: AuthorizedMeasureValues;
  verdicts: AuthorizedLinkVerdicts;
  waiting: Waiting<ForUser>;
  webhooks: AuthorizedWebhooks;
}

/** Puts the services for callers from outside in front of the stores. */
export function createAuthorizedServices(options: {
  auth: AuthService;
  backfills: Backfills;
  catalog: CatalogService;
  clock?: Clock;
  config: RootConfigService;
  context: ReadContext;
  counts: DoorCounts;
  db: Knex;
  holdsFor: SourceCondition;
  inbox: Inbox;
  isWorker: boolean;
  logger: LoggerService;
  measureOptions: MeasureOptions;
  normaliser: Normaliser;
  overview: Overview<ForVisible>;
  permissions: PermissionsService;
  senders: Senders;
  sources: SourceRegistry;
  summaries: SummaryStore;
  userInfo: UserInfoService;
  verdicts: LinkVerdicts;
  visibility: VisibilityService;
}): AuthorizedServices {
  const { isWorker, normaliser, permissions, visibility } = options;
  const { calendar, originRules } = options.measureOptions.history;
  const stores = { ...options, calendar, originRules, zone: calendar.zone };

  return {
    delivered: AuthorizedDeliveredChanges.create(
      DatabaseDeliveredChanges.create(stores),
      permissions,
    ),
    events: AuthorizedEvents.create(options),
    feed: AuthorizedFeed.create(DatabaseFeed.create(stores), permissions),
    friction: AuthorizedFriction.create(
      DatabaseFriction.create(stores),
      options,
    ),
    frictionReports: AuthorizedFrictionReports.create(
      DatabaseFrictionReports.create({
        ...stores,
        limits: readFrictionLimitsFromConfig(options.config),
      }),
      stores,
    ),
    history: AuthorizedEntityHistory.create(
      DatabaseEntityHistory.create(stores),
      visibility,
    ),
    measures: AuthorizedEntityMeasures.create(
      SharedEntityMeasures.create(
        DatabaseEntityMeasures.create({ ...stores, store: options.summaries }),
      ),
      visibility,
    ),
    overview: AuthorizedOverview.create(
      SharedOverview.create(options.overview),
      visibility,
    ),
    people: AuthorizedPeople.create(DatabasePeople.create(stores), permissions),
    records: AuthorizedEntityRecords.create(
      DatabaseEntityRecords.create(stores),
      visibility,
    ),
    sources: AuthorizedSourceStatuses.create(
      DatabaseSourceStatuses.create({
        ...stores,
        onReplayed: () => isWorker && normaliser.nudge(),
      }),
      options,
    ),
    testReports: AuthorizedTestReports.create(options),
    unmatched: AuthorizedUnmatchedSubjects.create(
      DatabaseUnmatchedSubjects.create(stores),
      permissions,
    ),
    values: AuthorizedMeasureValues.create(
      DatabaseMeasureValues.create(stores),
      permissions,
    ),
    verdicts: AuthorizedLinkVerdicts.create(options.verdicts, options),
    waiting: AuthorizedWaiting.create(DatabaseWaiting.create(stores), options),
    webhooks: AuthorizedWebhooks.create(options),
  };
}
