import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

export interface Config {
  /** What all families of Fairlead have in common. */
  fairlead?: {
    /**
     * The time zone whose days everything is counted by, an IANA name such as `Europe/Berlin`. When left out, that of
     * `delivery.calendar.timeZone`, or else UTC.
     * @visibility backend
     */
    timeZone?: string;
  };

  /** The delivery backend. All of it may be left out. */
  delivery?: {
    /** How days and weeks are counted. */
    calendar?: {
      /**
       * An IANA time zone, for example `Europe/Berlin`; UTC when left out.
       * @visibility backend
       */
      timeZone?: string;
      /**
       * ISO weekdays on which people work, 1 is Monday; Monday to Friday when left out.
       * @visibility backend
       */
      workingDays?: number[];
      /**
       * Days on which nobody works, for example `2026-12-25`.
       * @visibility backend
       */
      holidays?: string[];
      /** Times in which nothing is deployed on purpose. They annotate the deployment frequency. */
      freezes?: Array<{
        /**
         * `2026-12-20` or `2026-12-20T18:00:00Z`.
         * @visibility backend
         */
        from: string;
        /** @visibility backend */
        to: string;
        /** @visibility backend */
        title: string;
      }>;
    };

    /** The bands of an edition of DORA's report beside the numbers. Off when left out. */
    bands?: {
      /**
       * For example `2024`.
       * @visibility backend
       */
      edition?: string;
    };

    /** How numbers are told. */
    measures?: {
      /**
       * The fewest samples of which a share or a rate is told as such, and of which better or worse is said; 5 when left
       * out. Fewer are told as a count: "0 of 2", never "0 %".
       * @visibility backend
       */
      fewest?: number;
    };

    /**
     * Who sends events and test reports. Without it, tokens that may send do, and users do not; with it, nobody but
     * plugins of this backend sends what is not listed for them.
     */
    senders?: Array<{
      /**
       * The subject of a token as Backstage names it, for example `external:ci`; the ref of a user; or that of a group
       * whose members are meant.
       * @visibility backend
       */
      subject: string;
      /**
       * The sources that it may send to: `cdevents`, `junit`.
       * @visibility backend
       */
      sources: string[];
    }>;

    /** What engineers report to get in their way. */
    friction?: {
      /** What one person may report in seven days. */
      weeklyLimit?: {
        /**
         * 20 when left out.
         * @visibility backend
         */
        reports?: number;
        /**
         * Of all reports together; 60 when left out.
         * @visibility backend
         */
        hours?: number;
      };
    };

    /** What environments are for, looked at before what a source says of them. The first match counts. */
    environments?: Array<{
      /**
       * A regular expression for the name of the environment.
       * @visibility backend
       */
      pattern: string;
      /** @visibility backend */
      class: 'production' | 'non-production';
    }>;

    /**
     * How old a deployment must be before it is judged good; a day when left out.
     * @visibility backend
     */
    maturity?: HumanDuration | string;

    /**
     * How long after a deployment an incident is attributed to it; a day when left out.
     * @visibility backend
     */
    attributionWindow?: HumanDuration | string;

    /**
     * The workflows or jobs that must finish before a change can merge; all of them when left out.
     * @visibility backend
     */
    requiredChecks?: string[];

    /**
     * Tools that make changes or help with them, beside those that are known. Changes of agents are counted with those of
     * people; dependency bots and other automations are kept apart.
     */
    origins?: Array<{
      /**
       * How it is told, for example `Acme Coder`. Beside a tool that is known by this title it adds to it.
       * @visibility backend
       */
      title: string;
      /** @visibility backend */
      kind: 'agent' | 'dependency-bot' | 'automation';
      /**
       * Accounts and apps that it acts by, with or without `[bot]`.
       * @visibility backend
       */
      logins?: string[];
      /**
       * Addresses that it commits with; `*@bots.example.com` is any of them.
       * @visibility backend
       */
      addresses?: string[];
      /**
       * What it is called in trailers such as `Assisted-by: Acme Coder 2.1`; its title when left out.
       * @visibility backend
       */
      names?: string[];
      /**
       * Trailers that it alone writes, for example `Acme-Session`.
       * @visibility backend
       */
      trailers?: string[];
      /**
       * Labels of requests that it makes.
       * @visibility backend
       */
      labels?: string[];
    }>;

    /** How the plugin follows the catalog. */
    entitySync?: {
      /**
       * When the catalog is looked through for what changed.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    /** How the inbox is worked on. */
    worker?: {
      /**
       * Whether this process makes records of deliveries; it does when left out. A replica for which this is off takes
       * deliveries in and leaves them to the others.
       * @visibility backend
       */
      enabled?: boolean;
      /**
       * How many deliveries are read in one transaction.
       * @visibility backend
       */
      batchSize?: number;
      /**
       * When a process looks for deliveries that another one took in. Its own do not wait for it.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * How often an entity under constant traffic is measured at most; every 15 seconds when left out.
       * @visibility backend
       */
      measureInterval?: HumanDuration | string;
      /**
       * How often the numbers of the whole organisation are made anew at most; every ten minutes when left out. While
       * little is measured they follow like those of an entity.
       * @visibility backend
       */
      overviewInterval?: HumanDuration | string;
    };

    /** How long things are kept. */
    retention?: {
      /**
       * Deliveries as they were received; 30 days when left out.
       * @visibility backend
       */
      raw?: HumanDuration | string;
      /**
       * Records; 400 days when left out.
       * @visibility backend
       */
      records?: HumanDuration | string;
    };

    /** How sources are asked for what they failed to send. */
    reconcile?: {
      /**
       * Whether sources are asked by themselves; they are when left out. A backfill that somebody asks for is fetched
       * either way.
       * @visibility backend
       */
      enabled?: boolean;
      /**
       * Every hour when left out.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
