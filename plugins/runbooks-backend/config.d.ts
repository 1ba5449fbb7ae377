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
