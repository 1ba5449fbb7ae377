export interface Config {
  /** The demo organisation. */
  demo?: {
    /**
     * Whether this portal is the demo: its permission policy lets everybody do nearly everything, and a guest signs in
     * without a password. Never in production.
     * @visibility frontend
     */
    enabled?: boolean;
    /**
     * Whether the backend sends what the build servers of the demo organisation would send.
     * @visibility backend
     */
    facts?: boolean;
    /**
     * Whether the backend sends what the systems around the demo organisation would send: its last year at the first
     * start, and from then on what happens. It signs with the secrets of `events.modules`.
     * @visibility backend
     */
    year?: boolean;
    /** The host at which the demo organisation keeps its runbooks. */
    runbookHost?: {
      /**
       * On which port of this machine it answers; nothing is started without one.
       * @visibility backend
       */
      port?: number;
    };
  };
}
