export interface Config {
  /** The demo organisation. */
  demo?: {
    /**
     * Whether this portal is the demo, see the backend. The page of one's journey has a button then that merges one's
     * first change.
     * @visibility frontend
     */
    enabled?: boolean;
  };
}
