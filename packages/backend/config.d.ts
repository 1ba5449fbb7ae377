export interface Config {
  /** The demo organisation. */
  demo?: {
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
  };
}
