import {
  TrackDetail,
  TrackPage,
  TrackPurpose,
} from '@fairlead/backstage-plugin-onboarding-common';
import { ForVisible } from '../../catalog/visibility';

/** Which tracks to list. */
export interface TracksFilter {
  purpose?: TrackPurpose;
  /** Part of the title, in any case. */
  q?: string;
  /** Those that the caller may begin by themselves. */
  startable?: boolean;
}

/** A page of the tracks. */
export interface TracksQuery {
  filter: TracksFilter;
  limit: number;
  cursor?: string;
}

/** Who asks. */
export interface TrackReader extends ForVisible {
  /** The ref of a user; absent for a service. */
  userRef?: string;
  /** They answer for any track. */
  mayAny: boolean;
}

/** The tracks that the scope may see, and nothing of others. */
export interface TrackAnswers<TScope> {
  /** By title. */
  list(query: TracksQuery, scope: TScope): Promise<TrackPage>;

  /** Throws a NotFoundError, the same for a track that does not exist and for one that is hidden. */
  get(trackRef: string, scope: TScope): Promise<TrackDetail>;
}
