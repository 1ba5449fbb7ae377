import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { FactSource } from '@fairlead/backstage-plugin-scorecards-node';
import { SourceRunner } from './SourceRunner';

/** The sources that `scorecards.sources.<id>.enabled` does not turn off. */
export function findEnabledSources(
  sources: readonly FactSource[],
  config: RootConfigService,
): FactSource[] {
  return sources.filter(
    ({ id }) =>
      config.getOptionalBoolean(`scorecards.sources.${id}.enabled`) ?? true,
  );
}

/** Runs each source as its schedule says, or as `scorecards.sources.<id>.schedule` does. */
export async function scheduleSources(options: {
  config: RootConfigService;
  runner: Pick<SourceRunner, 'run'>;
  scheduler: SchedulerService;
  sources: readonly FactSource[];
}): Promise<void> {
  const { config, runner, scheduler, sources } = options;
  for (const source of sources) {
    const configured = config.getOptionalConfig(
      `scorecards.sources.${source.id}.schedule`,
    );
    await scheduler.scheduleTask({
      ...(configured
        ? readSchedulerServiceTaskScheduleDefinitionFromConfig(configured)
        : source.schedule),
      id: `fact-source-${source.id}`,
      scope: 'global',
      fn: signal => runner.run(source, { signal }),
    });
  }
}
