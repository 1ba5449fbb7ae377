import { JsonObject } from '@backstage/types';

/** What the process that normalises is told. */
export interface BacklogOptions {
  /** `backend.database` of its backend. */
  database: JsonObject;
  deliveries: number;
}

/** What the process that normalises measured. */
export interface NormaliseFigures {
  records: number;
  seconds: number;
  /** Of this process for one delivery, which a busy machine blurs less. */
  processorUs: number;
  grownMegabytes: number;
}
