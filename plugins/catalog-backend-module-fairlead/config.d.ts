export interface Config {
  fairlead?: {
    /**
     * Whether the files of repositories are read for facts: false when left out. Needs
     * `@fairlead/backstage-plugin-scorecards-backend-module-scm-files`, which `@fairlead/backend` adds. One more starter, Agent
     * readiness, asks for these facts.
     */
    scmFiles?: boolean;

    /** Scorecards that ask only for what the catalog knows by itself, so that there is something to see at once. */
    starters?: {
      /** Whether they are in the catalog: true when left out. */
      enabled?: boolean;

      /** The team that answers for them, as an entity ref; `group:default/platform` when left out. */
      owner?: string;

      /**
       * Whether teams are asked twice a year how what they run in production can grow: false when left out. What the families
       * that run know is not asked.
       */
      growthReview?: boolean;

      /** Whether each group of the type `team` is asked how it leads its work: false when left out. */
      teamAssessment?: boolean;

      /**
       * Whether one more is about what agents are given to read: false when left out. Needs the kind `AiResource`, which
       * `@backstage/plugin-catalog-backend-module-ai-model` adds.
       */
      aiResources?: boolean;
    };
  };
}
