import {
  AuthService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { Clock } from '@fairlead/bulk-sql';
import { DatabaseScorecardDefinitions } from './definitions/DatabaseScorecardDefinitions';
import { DefinitionSync } from './definitions/DefinitionSync';
import { createEntityLookup } from './entities/createEntityLookup';
import { DatabaseEntityStore } from './entities/DatabaseEntityStore';
import { EntitySync } from './entities/EntitySync';
import { BulkEvaluation } from './evaluation/BulkEvaluation';
import { DefaultEvaluator } from './evaluation/DefaultEvaluator';
import { DatabaseFactSink } from './facts/DatabaseFactSink';
import { DatabaseFactStore } from './facts/DatabaseFactStore';
import { DatabaseKnownFacts } from './facts/DatabaseKnownFacts';
import { FactDeclarations } from './facts/FactDeclarations';
import { createFactFreshness } from './facts/FactFreshness';
import { readOutgoingPolicyFromConfig } from './sources/fetch/readOutgoingPolicy';
import { SourceRunner } from './sources/SourceRunner';
import { SourceRunStore } from './sources/SourceRunStore';
import { DatabaseWaiverService } from './waivers/DatabaseWaiverService';
import { DatabaseWaiverStore } from './waivers/DatabaseWaiverStore';

/** Builds what takes facts in and judges entities. Nothing runs yet. */
export function createServices(options: {
  auth: AuthService;
  catalog: CatalogService;
  clock?: Clock;
  config: RootConfigService;
  db: Knex;
  declarations: FactDeclarations;
  logger: LoggerService;
}) {
  const { config, declarations } = options;
  const knownFacts = DatabaseKnownFacts.create(options);
  const facts = DatabaseFactStore.create({ ...options, knownFacts });
  const definitions = DatabaseScorecardDefinitions.create({
    ...options,
    knownFacts,
  });
  const evaluator = DefaultEvaluator.create({ ...options, definitions, facts });
  const onChange = () => evaluator.nudge();

  const entities = DatabaseEntityStore.create(options);
  const entitySync = EntitySync.create({ ...options, entities });
  const sink = DatabaseFactSink.create({
    ...options,
    entities: createEntityLookup({ entities, sync: entitySync }),
    freshness: createFactFreshness({
      timeToLive: id => declarations.get(id)?.timeToLive,
      shortestMaxAge: id => definitions.shortestMaxAge(id),
    }),
    onChange,
  });
  const runs = SourceRunStore.create(options);

  return {
    bulk: BulkEvaluation.create({ ...options, definitions, facts }),
    definitions,
    definitionSync: DefinitionSync.create({ ...options, knownFacts }),
    entities,
    entitySync,
    evaluator,
    facts,
    knownFacts,
    runner: SourceRunner.create({
      ...options,
      entities,
      outgoing: readOutgoingPolicyFromConfig(config),
      runs,
      sink,
    }),
    runs,
    sink,
    waivers: DatabaseWaiverStore.create(options),
    waiverService: DatabaseWaiverService.create({
      ...options,
      definitions,
      onChange,
    }),
  };
}
