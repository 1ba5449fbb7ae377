import {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { EntitySync } from '@fairlead/catalog-copy';
import { FactSource } from '@fairlead/backstage-plugin-scorecards-node';
import { readScheduleFromConfig } from '@fairlead/background-work';
import { DefinitionSync } from '../judging/definitions/DefinitionSync';
import { DatabaseScorecardDefinitions } from '../judging/definitions/DatabaseScorecardDefinitions';
import { StoredEntities } from '../catalog/entities/StoredEntities';
import { Evaluator } from '../judging/evaluation/Evaluator';
import { findAffected } from '../intake/sources/findAffected';
import { SourceRunner } from '../intake/sources/SourceRunner';
import { EVALUATE_DEFINITIONS } from './scheduleEvaluation';

export interface CatalogSyncOptions {
  config: RootConfigService;
  definitions: DatabaseScorecardDefinitions;
  definitionSync: DefinitionSync;
  entities: StoredEntities;
  entitySync: EntitySync;
  evaluator: Evaluator;
  runner: SourceRunner;
  scheduler: SchedulerService;
  sources: readonly FactSource[];
}

/** Follows the catalog: its entities, the scorecards among them, and the facts that follow from what changed. */
export async function scheduleCatalogSync(
  options: CatalogSyncOptions,
): Promise<void> {
  await options.scheduler.scheduleTask({
    ...readScheduleFromConfig(
      options.config,
      'scorecards.entitySync.schedule',
      { frequency: { minutes: 1 }, timeout: { minutes: 30 } },
    ),
    id: 'sync-catalog',
    scope: 'global',
    fn: signal => syncCatalog(options, signal),
  });
}

async function syncCatalog(
  options: CatalogSyncOptions,
  signal: AbortSignal,
): Promise<void> {
  const { definitions, entities, evaluator, runner } = options;
  const { changed } = await options.entitySync.run({ signal });
  if (await options.definitionSync.run()) {
    definitions.forget();
    await triggerBulkEvaluation(options.scheduler);
  }
  evaluator.nudge();
  if (changed.length > 0) {
    const affected = await findAffected(changed, entities);
    for (const source of options.sources) {
      if (source.runsOnEntityChange) {
        await runner.run(source, { signal, changed: affected });
      }
    }
  }
}

async function triggerBulkEvaluation(scheduler: SchedulerService) {
  try {
    await scheduler.triggerTask(EVALUATE_DEFINITIONS);
  } catch (error) {
    // A sync that is already running picks up the rest in its next run.
    if (!isError(error) || error.name !== 'ConflictError') {
      throw error;
    }
  }
}
