import {
  AuthService,
  DiscoveryService,
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { OperationsSource } from '@fairlead/backstage-plugin-runbooks-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { Clock } from '@fairlead/bulk-sql';
import {
  DatabaseEntityStore,
  EntityStreams,
  EntitySync,
} from '@fairlead/catalog-copy';
import { readOutgoingPolicyFromConfig } from '@fairlead/guarded-fetch';
import { Knex } from 'knex';
import {
  IncidentFigures,
  readReviewPolicyFromConfig,
} from './answers/incidents';
import { COPIED_ENTITIES } from './catalog/entities/copiedEntities';
import { createOperationsIntake } from './intake/operations';
import {
  readProbeOptionsFromConfig,
  ScmReader,
  TechdocsReader,
  WebReader,
} from './intake/probes';
import { RunbookChoosing } from './judging/choosing';
import { readHealthRulesFromConfig, RunbookJudge } from './judging/health';
import { OwnerNotices } from './judging/notices';
import { ValuesComputing } from './judging/values';
import { AlertWriter, readPagingRulesFromConfig } from './records/alerts';
import { ProbeRunner } from './records/copies';
import { DeploymentWriter } from './records/deployments';
import { DatabaseIncidentNotes, IncidentWriter } from './records/incidents';
import { RunbookRegistry } from './records/registry';
import { createUseSignals, DatabaseUses } from './records/uses';
import { DatabaseVerifications } from './records/verifications';

/** Builds what works in the background. Nothing runs yet. */
export function createServices(options: {
  auth: AuthService;
  catalog: CatalogService;
  clock?: Clock;
  config: RootConfigService;
  db: Knex;
  discovery: DiscoveryService;
  logger: LoggerService;
  notifications: NotificationService;
  signals: SignalsService;
  sources: readonly OperationsSource[];
  streams?: EntityStreams;
  urlReader: UrlReaderService;
  /** Days over which alerts count. */
  windowDays: number;
}) {
  const pagingRules = readPagingRulesFromConfig(options.config);
  const reviewPolicy = readReviewPolicyFromConfig(options.config);
  const incidentFigures = IncidentFigures.create({ ...options, reviewPolicy });
  return {
    choosing: RunbookChoosing.create({
      ...options,
      portalUrl: options.config.getOptionalString('app.baseUrl'),
    }),
    incidentFigures,
    incidentNotes: DatabaseIncidentNotes.create({
      ...options,
      zone: reviewPolicy.zone,
    }),
    operations: createOperationsIntake({
      ...options,
      // Incidents before entities before runbooks, as people's changes of these lock them.
      writers: [
        IncidentWriter.create(),
        AlertWriter.create({ pagingRules }),
        DeploymentWriter.create(),
      ],
    }),
    judge: RunbookJudge.create({
      ...options,
      rules: readHealthRulesFromConfig(options.config),
    }),
    notices: OwnerNotices.create({
      ...options,
      isEnabled:
        options.config.getOptionalBoolean('runbooks.notifications.enabled') ??
        true,
    }),
    pagingRules,
    probes: ProbeRunner.create({
      ...options,
      options: readProbeOptionsFromConfig(options.config),
      readers: [
        TechdocsReader.create(options),
        ScmReader.create(options),
        WebReader.create({
          policy: readOutgoingPolicyFromConfig(
            options.config,
            'runbooks.outgoing',
          ),
        }),
      ],
    }),
    registry: RunbookRegistry.create({
      ...options,
      portalUrl: options.config.getOptionalString('app.baseUrl'),
    }),
    entitySync: EntitySync.create({
      ...options,
      definition: COPIED_ENTITIES,
      entities: DatabaseEntityStore.create({
        ...options,
        definition: COPIED_ENTITIES,
      }),
    }),
    uses: DatabaseUses.create({
      ...options,
      onChange: createUseSignals(options),
    }),
    reviewPolicy,
    values: ValuesComputing.create({ ...options, incidents: incidentFigures }),
    verifications: DatabaseVerifications.create(options),
  };
}
