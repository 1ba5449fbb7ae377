export interface Config {
  events?: {
    modules?: {
      gitlab?: {
        /**
         * The secret token of the webhook or, beginning with `whsec_`, its signing token; or a list of them while they are
         * being changed. Without one, webhooks are refused.
         * @visibility secret
         * @deepVisibility secret
         */
        webhookSecret?: string | string[];
      };
    };
  };
  delivery?: {
    /** What is read from GitLab. */
    gitlab?: {
      /**
       * Issues with one of these labels are incidents, beside those of that type: `incident` and `bug` when left out. An empty list takes no label.
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
