export interface Config {
  events?: {
    modules?: {
      bitbucket?: {
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
    /** What is read from Bitbucket Cloud. */
    bitbucket?: {
      /**
       * The names that main branches have where a webhook does not tell which it is: `main` and `master` when left out.
       * @visibility backend
       */
      mainBranches?: string[];
    };
  };
}
