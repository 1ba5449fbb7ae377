export interface Config {
  events?: {
    modules?: {
      incidentIo?: {
        /**
         * The signing secret of the webhook endpoint, beginning with `whsec_`; a list while it is being replaced. Without
         * it no webhook of incident.io is taken.
         * @visibility secret
         * @deepVisibility secret
         */
        webhookSecret?: string | string[];
      };
    };
  };
  delivery?: {
    /** What is read from incident.io. */
    incidentIo?: {
      /**
       * By which timestamps the stages of an incident are known. A name is compared without case, and without an `at` at
       * its end; of several the first that has a time counts.
       */
      timestamps?: {
        /**
         * When it began to do harm; `Impact started` when left out.
         * @visibility backend
         */
        startedAt?: string[];
        /**
         * When it was noticed; `Detected`, `Reported` when left out, and when it was declared if there is none.
         * @visibility backend
         */
        detectedAt?: string[];
        /**
         * When somebody took it on; `Acknowledged`, `Accepted` when left out.
         * @visibility backend
         */
        ackAt?: string[];
        /**
         * When it did no more harm; `Mitigated`, `Fixed`, `Impact stopped` when left out.
         * @visibility backend
         */
        mitigatedAt?: string[];
        /**
         * When it was over; `Resolved` when left out.
         * @visibility backend
         */
        resolvedAt?: string[];
      };
    };
  };
}
