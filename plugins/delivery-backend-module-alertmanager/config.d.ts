export interface Config {
  events?: {
    modules?: {
      alertmanager?: {
        /**
         * What Alertmanager sends as a bearer token or as the password of basic authentication; a list while it is being
         * replaced. Without it no webhook of Alertmanager is taken.
         * @deepVisibility secret
         */
        token?: string | string[];
      };
      grafana?: {
        /**
         * What Grafana sends as a bearer token or as the password of basic authentication; a list while it is being
         * replaced. Without it no webhook of Grafana is taken.
         * @deepVisibility secret
         */
        token?: string | string[];
      };
    };
  };
}
