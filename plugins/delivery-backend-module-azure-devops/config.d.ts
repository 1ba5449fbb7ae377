export interface Config {
  events?: {
    modules?: {
      azureDevops?: {
        /**
         * The password of basic authentication that the service hooks send, or a list of them while it is being changed.
         * Without one, service hooks are refused.
         * @visibility secret
         * @deepVisibility secret
         */
        password?: string | string[];
      };
    };
  };
}
