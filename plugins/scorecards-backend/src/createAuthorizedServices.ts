import {
  AuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Senders, ForCaller } from '@fairlead/backend-routes';
import { Knex } from 'knex';
import {
  Badges,
  createAuthorizedBadges,
  createPublicBadges,
} from './answers/badges';
import { AttestationService } from './judging/attestations/AttestationService';
import { AuthorizedAttestations } from './judging/attestations/AuthorizedAttestations';
import { AuthorizedCampaigns } from './judging/campaigns/AuthorizedCampaigns';
import { CampaignService } from './judging/campaigns/CampaignService';
import { CampaignIssues } from './judging/campaigns/issues';
import { CampaignNotices } from './judging/campaigns/notices';
import { AuthorizedHealth, DatabaseHealth } from './answers/health';
import { DecisionLog } from './judging/decisions/DecisionLog';
import { AuthorizedVersions } from './judging/definitions/AuthorizedVersions';
import { ScorecardDefinitions } from './judging/definitions/ScorecardDefinitions';
import { AuthorizedFacts } from './intake/facts/AuthorizedFacts';
import { FactSink } from './intake/facts/FactSink';
import { FactStore } from './intake/facts/FactStore';
import { KnownFacts } from './intake/facts/KnownFacts';
import { CatalogFiles, DefaultFixes, Fixes } from './answers/fixes';
import {
  AuthorizedPreview,
  DefaultPreview,
  Preview,
  QueuedPreview,
} from './answers/preview';
import {
  AuthorizedEntityResults,
  AuthorizedOwnerResults,
  AuthorizedScorecardResults,
  DatabaseEntityResults,
  DatabaseOwnerResults,
  DatabaseScorecardResults,
  EntityResults,
  LocalDays,
  OwnerResults,
  ScorecardResults,
  SharedOwnerResults,
  SharedScorecardResults,
} from './answers/results';
import { AuthorizedFactSourceStatuses } from './intake/sources/AuthorizedFactSourceStatuses';
import { FactSourceStatuses } from './intake/sources/FactSourceStatuses';
import { VisibilityService } from './catalog/visibility';
import { AuthorizedWaivers } from './judging/waivers/AuthorizedWaivers';
import { WaiverNotices } from './judging/waivers/notices';
import { WaiverService } from './judging/waivers/WaiverService';
import { WaiverStore } from './judging/waivers/WaiverStore';
import { ScorecardVersionCache } from './judging/definitions/ScorecardVersionCache';

/** All that callers from outside can ask for, over HTTP or as actions. Each takes the caller's credentials. */
export interface AuthorizedServices {
  attestations: AuthorizedAttestations;
  badges: Badges;
  campaigns: AuthorizedCampaigns;
  entities: EntityResults<ForCaller>;
  facts: AuthorizedFacts;
  health: AuthorizedHealth;
  fixes: Fixes;
  owners: OwnerResults<ForCaller>;
  preview: Preview<ForCaller>;
  scorecards: ScorecardResults<ForCaller>;
  sources: AuthorizedFactSourceStatuses;
  versions: AuthorizedVersions;
  waivers: AuthorizedWaivers;
}

/** Puts the services for callers from outside in front of the stores. */
export function createAuthorizedServices(options: {
  attestationService: AttestationService;
  auth: AuthService;
  campaignIssues: CampaignIssues;
  campaignNotices: CampaignNotices;
  campaignService: CampaignService;
  catalog: CatalogService;
  days: LocalDays;
  db: Knex;
  definitions: ScorecardDefinitions;
  facts: FactStore;
  files: CatalogFiles;
  known: KnownFacts;
  log: DecisionLog;
  notices: WaiverNotices;
  permissions: PermissionsService;
  publicBadges: boolean;
  senders: Senders;
  sink: FactSink;
  statuses: FactSourceStatuses;
  userInfo: UserInfoService;
  visibility: VisibilityService;
  waivers: WaiverStore;
  waiverService: WaiverService;
}): AuthorizedServices {
  const { permissions, visibility } = options;
  const stores = {
    ...options,
    versions: new ScorecardVersionCache(options),
  };
  const storedEntities = DatabaseEntityResults.create(stores);
  const entities = AuthorizedEntityResults.create(storedEntities, visibility);

  return {
    attestations: AuthorizedAttestations.create({
      ...options,
      service: options.attestationService,
    }),
    badges: options.publicBadges
      ? createPublicBadges(storedEntities)
      : createAuthorizedBadges(entities),
    campaigns: AuthorizedCampaigns.create({
      ...stores,
      issues: options.campaignIssues,
      notices: options.campaignNotices,
      service: options.campaignService,
    }),
    entities,
    facts: AuthorizedFacts.create(options),
    health: AuthorizedHealth.create({
      ...options,
      health: DatabaseHealth.create(options),
    }),
    fixes: DefaultFixes.create({ ...options, entities }),
    owners: AuthorizedOwnerResults.create(
      SharedOwnerResults.create(DatabaseOwnerResults.create(stores)),
      visibility,
    ),
    preview: AuthorizedPreview.create(
      QueuedPreview.create(DefaultPreview.create(options)),
      options,
    ),
    scorecards: AuthorizedScorecardResults.create(
      SharedScorecardResults.create(DatabaseScorecardResults.create(stores)),
      visibility,
    ),
    sources: AuthorizedFactSourceStatuses.create(options.statuses, permissions),
    versions: AuthorizedVersions.create(options),
    waivers: AuthorizedWaivers.create({
      ...options,
      store: options.waivers,
      service: options.waiverService,
    }),
  };
}
