import { Waiver } from '@fairlead/backstage-plugin-scorecards-common';

export interface WaiverFilter {
  state?: Waiver['state'];
  entityRef?: string;
  scorecardRef?: string;
}

/** The stored waivers. */
export interface WaiverStore {
  get(id: string): Promise<Waiver | undefined>;

  /** Those asked for or in force on an entity. */
  listCurrent(entityRef: string): Promise<Waiver[]>;
}
