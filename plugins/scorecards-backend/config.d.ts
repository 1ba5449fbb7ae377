import { HumanDuration } from '@backstage/types';
import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

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

  /** The scorecards backend. All of it may be left out. */
  scorecards?: {
    /** How the plugin follows the catalog. */
    entitySync?: {
      /**
       * When the catalog is looked through for what changed; every minute when left out. Each run reads all entities,
       * so a catalog of a hundred thousand wants a few minutes.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    /** The scheduled fact sources, by their ids; `catalog` is built in. */
    sources?: {
      [sourceId: string]: {
        /**
         * Whether the source runs; it does when this is left out. The facts of one that does not grow stale.
         * @visibility backend
         */
        enabled?: boolean;
        /**
         * When the source runs, instead of when it asks to.
         * @visibility backend
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };

    /**
     * Facts that are sent over HTTP or by a backend service, declared so that their values are checked and scorecards
     * can name them before the first one arrives.
     */
    facts?: Array<{
      /**
       * Words joined by dots: `<family>.<noun>.<measure>`.
       * @visibility backend
       */
      id: string;
      /**
       * What kind of value it holds.
       * @visibility backend
       */
      type: 'boolean' | 'number' | 'string' | 'string[]' | 'duration' | 'date';
      /**
       * What a number counts; for durations one of `ms`, `s`, `min`, `h` and `d`.
       * @visibility backend
       */
      unit?: string;
      /**
       * A short name in sentence case.
       * @visibility backend
       */
      title: string;
      /**
       * What is measured and how, in a sentence or two.
       * @visibility backend
       */
      description: string;
      /**
       * Where the definition of the number is written down.
       * @visibility backend
       */
      definitionUrl?: string;
      /**
       * How long a value holds after it was observed, for example `26h`; for ever when left out.
       * @visibility backend
       */
      timeToLive?: string;
    }>;

    /**
     * Who sends facts as which source. Without it, tokens that may send facts send as any source, and users as none;
     * with it, nobody but plugins of this backend sends as what is not listed for them.
     */
    senders?: Array<{
      /**
       * The subject of a token as Backstage names it, for example `external:ci`; the ref of a user; or that of a group
       * whose members are meant.
       * @visibility backend
       */
      subject: string;
      /**
       * What it may give as the `source` of facts, for example `ci`.
       * @visibility backend
       */
      sources: string[];
    }>;

    /** Where fact sources may connect to. */
    outgoing?: {
      /**
       * Lets sources reach private, loopback and link-local addresses. Off when left out, so that no source can be
       * led to what only this server can reach.
       * @visibility backend
       */
      allowPrivateAddresses?: boolean;
      /**
       * Host names that sources may reach at any address, for example a build server of your own network.
       * @visibility backend
       */
      allowedHosts?: string[];
    };

    /** How results are computed. */
    evaluation?: {
      /**
       * When each process looks for entities that the clock made due; every ten seconds when left out. Changes of
       * facts do not wait for it.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    /** How campaigns are looked after. */
    campaigns?: {
      /**
       * When campaigns start and end by the clock, follow who owns what, and teams are reminded; every five minutes when
       * left out.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** Sorts of campaigns, by their ids, and where their issues go. */
      kinds?: {
        [kindId: string]: {
          /**
           * What people call it; the id when left out.
           * @visibility backend
           */
          title?: string;
          /** How the one issue of a team and a campaign is opened; either by a template or by a webhook. */
          issue?: {
            /**
             * The ref of a scaffolder template that a person fills in, for example `template:default/open-issue`.
             * @visibility backend
             */
            template?: string;
            /**
             * What the form of the template is filled with. `{{title}}`, `{{why}}`, `{{deadline}}`, `{{team}}`,
             * `{{checks}}` and `{{url}}` stand for what the campaign says.
             */
            parameters?: {
              /** @visibility backend */
              [parameter: string]: string;
            };
            webhook?: {
              /**
               * What is sent a signed request, once for each team and campaign. It has to be public unless
               * `scorecards.outgoing` says otherwise.
               * @visibility backend
               */
              url: string;
              /**
               * What requests are signed with.
               * @visibility secret
               */
              secret: string;
            };
          };
        };
      };
    };

    /** How waivers are looked after. */
    waivers?: {
      /**
       * How long before a waiver ends its team and who asked for it are reminded, once; 14 days when left out.
       * @visibility backend
       */
      remindBefore?: HumanDuration | string;
    };

    /** How the answers of teams to questions are looked after. */
    attestations?: {
      /**
       * How long before an answer expires its team is reminded, once; 14 days when left out.
       * @visibility backend
       */
      remindBefore?: HumanDuration | string;
    };

    /** What people are told, where the portal has notifications. */
    notifications?: {
      /**
       * Tells approvers what waits for them, who asked what was decided, and both that a waiver ends soon; on when left
       * out. Off, nothing of what follows is told either.
       * @visibility backend
       */
      enabled?: boolean;
      /**
       * Tells owners at once which of their entities lost a level; on when left out.
       * @visibility backend
       */
      lostLevels?: boolean;
      /**
       * Sends each team a digest of its week on Monday, where there is anything to tell; on when left out. Weeks are
       * those of `fairlead.timeZone`.
       * @visibility backend
       */
      digest?: boolean;
    };

    /** What is kept of the past. */
    history?: {
      /**
       * When the totals of the day are brought up to date; every ten minutes when left out.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * How long the single changes of results are kept; 400 days when left out. Daily totals are kept for ever.
       * @visibility backend
       */
      transitionRetention?: HumanDuration | string;
    };

    /** Badges for READMEs. */
    badges?: {
      /**
       * Serves badges to everyone, signed in or not. Off when left out.
       * @visibility backend
       */
      public?: boolean;
    };
  };
}
