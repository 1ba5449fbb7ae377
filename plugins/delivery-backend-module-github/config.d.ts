export interface Config {
  events?: {
    modules?: {
      github?: {
        /**
         * The secret of the webhook, or a list of them while it is being changed. Without one, webhooks are refused.
         * @visibility secret
         * @deepVisibility secret
         */
        webhookSecret?: string | string[];
      };
    };
  };
  delivery?: {
    /** What is read from GitHub. */
    github?: {
      /**
       * Issues with one of these labels are incidents: `incident` and `bug` when left out. An empty list takes none.
       * @visibility backend
       */
      incidentLabels?: string[];
      /**
       * The environment that a published release is a deployment to, for shops that deploy by release. Releases are not
       * read when left out.
       * @visibility backend
       */
      releaseEnvironment?: string;
    };
  };
}
