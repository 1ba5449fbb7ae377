import { PermissionsService } from '@backstage/backend-plugin-api';
import { ForCaller } from '@fairlead/backend-routes';
import { readTrackReader } from './readTrackReader';
import { VisibilityService } from '../../catalog/visibility';
import { TrackAnswers, TrackReader, TracksQuery } from './TrackAnswers';

/** The tracks for callers from outside. */
export class AuthorizedTrackAnswers implements TrackAnswers<ForCaller> {
  readonly #answers: TrackAnswers<TrackReader>;
  readonly #options: {
    permissions: PermissionsService;
    visibility: VisibilityService;
  };

  static create(
    answers: TrackAnswers<TrackReader>,
    options: { permissions: PermissionsService; visibility: VisibilityService },
  ): AuthorizedTrackAnswers {
    return new AuthorizedTrackAnswers(answers, options);
  }

  private constructor(
    answers: TrackAnswers<TrackReader>,
    options: { permissions: PermissionsService; visibility: VisibilityService },
  ) {
    this.#answers = answers;
    this.#options = options;
  }

  async list(query: TracksQuery, caller: ForCaller) {
    return this.#answers.list(
      query,
      await readTrackReader(this.#options, caller),
    );
  }

  async get(trackRef: string, caller: ForCaller) {
    return this.#answers.get(
      trackRef,
      await readTrackReader(this.#options, caller),
    );
  }
}
