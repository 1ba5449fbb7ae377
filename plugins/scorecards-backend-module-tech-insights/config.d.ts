export interface Config {
  scorecards?: {
    /** Reads the facts of tech-insights; off when left out. */
    techInsights?: {
      /**
       * Whether they are read: true where this section stands.
       * @visibility backend
       */
      enabled?: boolean;
      /**
       * The ids of the fact retrievers whose facts are read; all of them when left out.
       * @visibility backend
       */
      retrievers?: string[];
      /**
       * How long a value holds after tech-insights observed it, for example `26h`; `50h` when left out.
       * @visibility backend
       */
      timeToLive?: string;
      /**
       * How many entities are asked for at once; 4 when left out.
       * @visibility backend
       */
      concurrency?: number;
    };
  };
}
