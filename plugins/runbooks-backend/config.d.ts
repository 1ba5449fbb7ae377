import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

export interface Config {
  /** The runbooks backend. All of it may be left out. */
  runbooks?: {
    /** How the plugin follows the catalog. */
    entitySync?: {
      /**
       * When the catalog is looked through for what changed; every minute when left out.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    /** How alerts, incidents and deployments are read from the sources that modules add. */
    operations?: {
      /**
       * When sources are asked for what is new; every 15 seconds when left out.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    /**
     * Which alerts may wake somebody up. Night coverage is about these. A change holds for the past, too, from the next run
     * on.
     */
    paging?: {
      /**
       * By label the values with which an alert pages, `*` for any characters and `?` for one; upper and lower case are the
       * same. What a source tells as the severity counts as the label `severity` where there is none. When left out:
       * `severity` critical, page, pager, emergency, sev1 or p1, and `page` true or yes.
       * @visibility backend
       */
      labels?: { [label: string]: string[] };
      /**
       * The receivers that page, with `*` and `?`. When left out: those with pager, opsgenie, oncall, on-call, on_call or
       * victorops in their name.
       * @visibility backend
       */
      receivers?: string[];
    };
    /** Alert coverage: how many of the alert names that fired have a runbook that resolves. */
    coverage?: {
      /**
       * Over how many days alerts count; 90 when left out. More than `retention.firings` cannot be known.
       * @visibility backend
       */
      windowDays?: number;
    };
    /** What incidents are asked for. Days are counted in `fairlead.timeZone`. */
    incidents?: {
      /**
       * The severities that sources tell, the most severe first; those of one list weigh the same. Upper and lower case,
       * spaces and dashes do not count. When left out: [sev0, p0, s0, blocker, disaster, emergency, fatal], [sev1, p1, s1,
       * critical, highest, severe], [sev2, p2, s2, high, major, error], [sev3, p3, s3, medium, moderate, average, warning],
       * [sev4, p4, s4, low, minor], [sev5, p5, s5, lowest, info, informational, trivial].
       * @visibility backend
       */
      severities?: string[][];
      review?: {
        /**
         * The least severe of the incidents for which a review is asked; `high` when left out, and with it all that weighs
         * the same or more. One whose severity is not told, or in no list, is asked for nothing.
         * @visibility backend
         */
        fromSeverity?: string;
        /**
         * Within how many working days, Monday to Friday, after an incident is resolved its review is to be published; 5
         * when left out.
         * @visibility backend
         */
        withinWorkingDays?: number;
      };
    };
    /** How the addresses of runbooks are looked at. */
    probes?: {
      /**
       * When each process looks whether any address is due; every ten seconds when left out.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * Between two looks at an address that is well; a day when left out. Each address has its own place in it.
       * @visibility backend
       */
      frequency?: HumanDuration | string;
      /**
       * From a failure to the next look, doubled with each that follows up to `frequency`; five minutes when left out.
       * @visibility backend
       */
      backOff?: HumanDuration | string;
      /**
       * Between two requests to the same host, by all replicas together; a second when left out. There is never more than
       * one at a time.
       * @visibility backend
       */
      pause?: HumanDuration | string;
      /**
       * How long an answer may take, redirects included; 20 seconds when left out.
       * @visibility backend
       */
      timeout?: HumanDuration | string;
      /**
       * How many addresses a process looks at at once; 8 when left out.
       * @visibility backend
       */
      concurrency?: number;
      /**
       * Hosts at which your people sign in, with all below them: a runbook that leads there is unverifiable. The well-known
       * ones need not be named.
       * @visibility backend
       */
      identityHosts?: string[];
    };
    /** Where looks at addresses may go. */
    outgoing?: {
      /**
       * Lets private, loopback and link-local addresses be reached. Off when left out, so that no address in the catalog
       * leads to what only this server can reach.
       * @visibility backend
       */
      allowPrivateAddresses?: boolean;
      /**
       * Host names that may be reached at any address, for example a wiki of your own network.
       * @visibility backend
       */
      allowedHosts?: string[];
    };
    /** What is asked of runbooks. */
    health?: {
      /**
       * When each process judges what changed, or what the clock made due; every five seconds when left out.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * For how long a verification holds, by tier. A `Runbook` may say otherwise in `spec.timeToLive`.
       */
      timeToLive?: {
        /**
         * 90 days when left out.
         * @visibility backend
         */
        critical?: HumanDuration | string;
        /**
         * 120 days when left out.
         * @visibility backend
         */
        high?: HumanDuration | string;
        /**
         * 180 days when left out.
         * @visibility backend
         */
        normal?: HumanDuration | string;
      };
      /**
       * With so many production deployments of what it serves since it was verified, a runbook is to be read again; 20
       * when left out.
       * @visibility backend
       */
      maxDeployments?: number;
    };
    /** What owners are told, where the portal has notifications. */
    notifications?: {
      /**
       * Tells owners when a runbook of theirs cannot be reached any more, is not complete any more, or was not verified
       * for too long, once each time; on when left out.
       * @visibility backend
       */
      enabled?: boolean;
    };
    /** How long things are kept. */
    retention?: {
      /**
       * Firings that have ended, and deployments; 400 days when left out. An alert is known for as long as one of its
       * firings is.
       * @visibility backend
       */
      firings?: HumanDuration | string;
    };
  };
}
