export interface Config {
  events?: {
    modules?: {
      pagerduty?: {
        /**
         * The secret of the webhook subscription, as PagerDuty showed it when the subscription was made; a list while it
         * is being replaced. Without it no webhook of PagerDuty is taken.
         * @deepVisibility secret
         */
        webhookSecret?: string | string[];
      };
    };
  };
}
