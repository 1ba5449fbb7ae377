import { Page, Waiver } from '@fairlead/backstage-plugin-scorecards-common';
import { Visibility } from '../../catalog/visibility/Visibility';

export interface WaiverFilter {
  state?: Waiver['state'];
  entityRef?: string;
  scorecardRef?: string;
}

/** The stored waivers. */
export interface WaiverStore {
  get(id: string): Promise<Waiver | undefined>;

  /** Newest first, restricted to what the caller may see. Throws an InputError for a cursor of another list. */
  list(
    options: WaiverFilter & {
      limit: number;
      cursor?: string;
      visibility?: Visibility;
    },
  ): Promise<Page<Waiver>>;

  /** Those asked for or in force on an entity. */
  listCurrent(entityRef: string): Promise<Waiver[]>;
}
