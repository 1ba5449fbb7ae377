export interface Config {
  fairlead?: {
    /**
     * The families that run; all of them when left out. The modules that join two families run where both do.
     */
    families?: Array<'scorecards' | 'delivery' | 'runbooks' | 'onboarding'>;

    /**
     * The systems that send deliveries; when left out, those that have settings under `events.modules`.
     */
    sources?: Array<
      | 'alertmanager'
      | 'azureDevops'
      | 'bitbucket'
      | 'cdevents'
      | 'github'
      | 'gitlab'
      | 'grafana'
      | 'incidentIo'
      | 'pagerduty'
      | 'rootly'
    >;

    /**
     * Whether the files of repositories are read for facts of scorecards, through the integrations of the portal: false
     * when left out, since each repository is asked for.
     */
    scmFiles?: boolean;

    /**
     * Whether the events backend of Backstage, which takes webhooks in, comes with it: true when left out. Say false where
     * the portal adds `@backstage/plugin-events-backend` itself.
     */
    eventsBackend?: boolean;

    /**
     * Whether scorecards and runbooks are found by the search of the portal: true when left out. Say false where the portal has no
     * `@backstage/plugin-search-backend`.
     */
    search?: boolean;

    /**
     * Adds the template step that stops unless an entity holds a level; false when left out. It needs
     * `@backstage/plugin-scaffolder-backend`.
     */
    scaffolder?: boolean;
  };
}
