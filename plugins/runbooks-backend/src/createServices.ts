import {
  AuthService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { OperationsSource } from '@fairlead/backstage-plugin-runbooks-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { Clock } from '@fairlead/bulk-sql';
import {
  DatabaseEntityStore,
  EntityStreams,
  EntitySync,
} from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import {
  IncidentFigures,
  readReviewPolicyFromConfig,
} from './answers/incidents';
import { COPIED_ENTITIES } from './catalog/entities/copiedEntities';
import { OperationsIntake } from './intake/operations';
import { RunbookChoosing } from './judging/choosing';
import { ValuesComputing } from './judging/values';
import { AlertWriter, readPagingRulesFromConfig } from './records/alerts';
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
  logger: LoggerService;
  signals: SignalsService;
  sources: readonly OperationsSource[];
  streams?: EntityStreams;
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
    operations: OperationsIntake.create({
      ...options,
      // Incidents before entities before runbooks, as people's changes of these lock them.
      writers: [
        IncidentWriter.create(),
        AlertWriter.create({ pagingRules }),
        DeploymentWriter.create(),
      ],
    }),
    pagingRules,
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
