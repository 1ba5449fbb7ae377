import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

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
    /** How tracks are put together with what they include. */
    tracks?: {
      /**
       * When tracks that changed are put together; every 10 seconds when left out.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    /** How journeys follow the catalog. */
    journeys?: {
      /**
       * When journeys are begun for who joined, and what the catalog adds to them is looked for; every 15 seconds when left out.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    /** How the work that records show is read from the sources that modules add. */
    records?: {
      /**
       * When sources are asked for what is new; every 10 seconds when left out.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    /** How tasks are verified by facts. */
    facts?: {
      /**
       * When facts are asked for; every 5 minutes when left out.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    /** What people are told of what is theirs to do, where the portal has notifications. */
    reminders?: {
      /**
       * Whether they are told, once a day at most and in the working hours of `fairlead.timeZone`; true when left out.
       * Calls for help are sent in any case.
       * @visibility backend
       */
      enabled?: boolean;
    };
    /** How long things are kept. */
    retention?: {
      /**
       * The work that records show; 400 days when left out. What it verified is kept for as long as the journey is.
       * @visibility backend
       */
      contributions?: HumanDuration | string;
    };
  };
}
