import { NotFoundError } from '@backstage/errors';
import {
  ScorecardVersionResponse,
  ScorecardVersionsResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import { ForCaller } from '@fairlead/backend-routes';
import { isolated } from '@fairlead/bidi-text';
import { VisibilityService } from '../../catalog/visibility';
import { isoTime } from '../../database/isoTime';
import { ScorecardDefinitions } from './ScorecardDefinitions';

/** The versions that scorecards had, for those who may see the scorecard. */
export class AuthorizedVersions {
  readonly #definitions: ScorecardDefinitions;
  readonly #visibility: VisibilityService;

  static create(options: {
    definitions: ScorecardDefinitions;
    visibility: VisibilityService;
  }): AuthorizedVersions {
    return new AuthorizedVersions(options);
  }

  private constructor(options: {
    definitions: ScorecardDefinitions;
    visibility: VisibilityService;
  }) {
    this.#definitions = options.definitions;
    this.#visibility = options.visibility;
  }

  /** Newest first. */
  async list(
    scorecardRef: string,
    caller: ForCaller,
  ): Promise<ScorecardVersionsResponse> {
    await this.#assertVisible(scorecardRef, caller);
    const versions = await this.#definitions.listVersions(scorecardRef);
    return {
      items: versions.reverse().map(({ since, ...version }) => ({
        ...version,
        since: isoTime(since),
      })),
      totalItems: versions.length,
    };
  }

  async get(
    query: { scorecardRef: string; version: number },
    caller: ForCaller,
  ): Promise<ScorecardVersionResponse> {
    const { scorecardRef, version } = query;
    await this.#assertVisible(scorecardRef, caller);
    const found = await this.#definitions.getVersion(scorecardRef, version);
    if (!found) {
      throw new NotFoundError(
        isolated`There is no version ${version} of '${scorecardRef}'; GET …/versions lists those there are`,
      );
    }
    return { scorecardRef, ...found, since: isoTime(found.since) };
  }

  async #assertVisible(scorecardRef: string, caller: ForCaller): Promise<void> {
    const { scorecards } = await this.#visibility.ofCatalog(caller);
    const isVisible = scorecards === 'all' || scorecards.includes(scorecardRef);
    if (!isVisible || !(await this.#definitions.get(scorecardRef))) {
      throw new NotFoundError(
        isolated`There is no scorecard '${scorecardRef}' in force, or you may not see it`,
      );
    }
  }
}
