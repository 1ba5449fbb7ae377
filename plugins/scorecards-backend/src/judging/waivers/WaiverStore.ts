import {
  Waiver,
  WaiverDetailsResponse,
  WaiverSide,
  WaiverState,
} from '@fairlead/backstage-plugin-scorecards-common';

export interface WaiverFilter {
  state?: WaiverState;
  entityRef?: string;
  scorecardRef?: string;
  checkId?: string;
  requestedBy?: string;
  requestId?: string;
  /** Those that wait for this side. */
  missing?: WaiverSide;
  /** Those in force now, or those not in force. */
  inEffect?: boolean;
  /** Those that this person can approve. */
  waitingFor?: { ref: string; ownershipRefs: readonly string[] };
}

/** The stored waivers. */
export interface WaiverStore {
  get(id: string): Promise<WaiverDetailsResponse | undefined>;

  /** Those asked for or in force on an entity. */
  listCurrent(entityRef: string): Promise<Waiver[]>;
}
