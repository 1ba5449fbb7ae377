export interface Config {
  /** The demo organisation. */
  demo?: {
    /**
     * Whether the backend sends what the build servers of the demo organisation would send.
     * @visibility backend
     */
    facts?: boolean;
  };
}
