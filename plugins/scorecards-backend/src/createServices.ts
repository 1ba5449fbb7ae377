import {
  AuthService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { Clock } from '@fairlead/bulk-sql';
import {
  DatabaseEntityStore,
  EntityStreams,
  EntitySync,
} from '@fairlead/catalog-copy';
import { readOutgoingPolicyFromConfig } from '@fairlead/guarded-fetch';
import { Instruments } from './intake/metrics/Instruments';
import { DatabaseAttestationService } from './judging/attestations/DatabaseAttestationService';
import { DatabaseCampaignService } from './judging/campaigns/DatabaseCampaignService';
import { CampaignIssues, readCampaignKinds } from './judging/campaigns/issues';
import { CampaignNotices } from './judging/campaigns/notices';
import { CampaignProgressReader } from './judging/campaigns/progress/CampaignProgressReader';
import { describeContradiction } from './judging/attestations/notices';
import { DatabaseDecisionLog } from './judging/decisions/DatabaseDecisionLog';
import { DatabaseScorecardDefinitions } from './judging/definitions/DatabaseScorecardDefinitions';
import { ScorecardVersionCache } from './judging/definitions/ScorecardVersionCache';
import { DefinitionSync } from './judging/definitions/DefinitionSync';
import { DatabaseStoredEntities } from './catalog/entities/DatabaseStoredEntities';
import { SCORED_ENTITIES } from './catalog/entities/scoredEntities';
import { BulkEvaluation } from './judging/evaluation/BulkEvaluation';
import { DefaultEvaluator } from './judging/evaluation/DefaultEvaluator';
import { DatabaseFactSink } from './intake/facts/DatabaseFactSink';
import { DatabaseFactStore } from './intake/facts/DatabaseFactStore';
import { DatabaseKnownFacts } from './intake/facts/DatabaseKnownFacts';
import { DiscoveredFacts } from './intake/facts/DiscoveredFacts';
import { FactDeclarations } from './intake/facts/FactDeclarations';
import { createFactFreshness } from './intake/facts/FactFreshness';
import { NoticeSender } from './judging/notices';
import { SourceRunner } from './intake/sources/SourceRunner';
import { SourceRunStore } from './intake/sources/SourceRunStore';
import { WaiverNotices } from './judging/waivers/notices';
import { DatabaseWaiverService } from './judging/waivers/DatabaseWaiverService';
import { DatabaseWaiverStore } from './judging/waivers/DatabaseWaiverStore';

/** Builds what takes facts in and judges entities. Nothing runs yet. */
export function createServices(options: {
  auth: AuthService;
  catalog: CatalogService;
  clock?: Clock;
  config: RootConfigService;
  db: Knex;
  declarations: FactDeclarations;
  instruments?: Instruments;
  logger: LoggerService;
  notifications: NotificationService;
  /** Hears the uids of entities whose results changed. */
  onResults?: (uids: readonly string[]) => void;
  streams?: EntityStreams;
}) {
  const { config, declarations } = options;
  const knownFacts = DatabaseKnownFacts.create(options);
  const facts = DatabaseFactStore.create({ ...options, knownFacts });
  const definitions = DatabaseScorecardDefinitions.create({
    ...options,
    knownFacts,
  });
  const evaluator = DefaultEvaluator.create({ ...options, definitions, facts });
  const log = new DatabaseDecisionLog();
  const onChange = () => evaluator.nudge();

  const entities = DatabaseStoredEntities.create(options);
  const entitySync = EntitySync.create({
    ...options,
    definition: SCORED_ENTITIES,
    entities: DatabaseEntityStore.create({
      ...options,
      definition: SCORED_ENTITIES,
    }),
  });
  const sink = DatabaseFactSink.create({
    ...options,
    entities: entitySync,
    freshness: createFactFreshness({
      timeToLive: id => declarations.get(id)?.timeToLive,
      shortestMaxAge: id => definitions.shortestMaxAge(id),
    }),
    onChange,
  });
  const runs = SourceRunStore.create(options);
  const discovered = DiscoveredFacts.create(options);
  const campaignKinds = readCampaignKinds(config);
  const sender = NoticeSender.create({
    ...options,
    isEnabled:
      config.getOptionalBoolean('scorecards.notifications.enabled') ?? true,
  });

  return {
    attestationService: DatabaseAttestationService.create({
      ...options,
      definitions,
      log,
      onChange,
      onContradiction: async (answer, ownerRef) => {
        await sender.send(ownerRef, describeContradiction(answer));
      },
    }),
    campaignIssues: CampaignIssues.create({
      ...options,
      baseUrl: config.getOptionalString('app.baseUrl') ?? '',
      kinds: campaignKinds,
      outgoing: readOutgoingPolicyFromConfig(config, 'scorecards.outgoing'),
      progress: new CampaignProgressReader({
        ...options,
        definitions,
        versions: new ScorecardVersionCache(options),
      }),
    }),
    campaignNotices: CampaignNotices.create({ sender }),
    campaignService: DatabaseCampaignService.create({
      ...options,
      definitions,
      kinds: [...campaignKinds.keys()],
      log,
    }),
    bulk: BulkEvaluation.create({ ...options, definitions, facts }),
    definitions,
    definitionSync: DefinitionSync.create({ ...options, knownFacts }),
    discovered,
    entities,
    entitySync,
    evaluator,
    facts,
    knownFacts,
    log,
    notices: WaiverNotices.create({ definitions, sender }),
    runner: SourceRunner.create({
      ...options,
      discovered,
      entities,
      outgoing: readOutgoingPolicyFromConfig(config, 'scorecards.outgoing'),
      runs,
      sink,
    }),
    runs,
    sender,
    sink,
    waivers: DatabaseWaiverStore.create({ ...options, log }),
    waiverService: DatabaseWaiverService.create({
      ...options,
      definitions,
      log,
      onChange,
    }),
  };
}
