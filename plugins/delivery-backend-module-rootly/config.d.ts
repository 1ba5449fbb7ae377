export interface Config {
  events?: {
    modules?: {
      rootly?: {
        /**
         * The secret of the webhook, as Rootly showed it when the webhook was made; a list while it is being replaced.
         * Without it no webhook of Rootly is taken.
         * @visibility secret
         * @deepVisibility secret
         */
        webhookSecret?: string | string[];
      };
    };
  };
}
