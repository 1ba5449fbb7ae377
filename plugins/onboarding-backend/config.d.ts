import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  /** The onboarding backend. All of it may be left out. */
  onboarding?: {
    /** How the plugin follows the catalog. */
    entitySync?: {
      /**
       * When the catalog is looked through for what changed; every minute when left out.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
