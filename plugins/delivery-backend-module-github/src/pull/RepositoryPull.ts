import {
  PullCache,
  PullRequest,
} from '@fairlead/backstage-plugin-delivery-node';
import { JsonObject, JsonValue } from '@backstage/types';
import { GithubOptions } from '../GithubOptions';
import { READERS, ReadType } from '../read/readers';
import { GithubApi } from './GithubApi';

/** The pull of one repository. */
export interface RepositoryPull extends Pick<PullRequest, 'since' | 'until'> {
  api: GithubApi;
  cache: PullCache;
  options: GithubOptions;
  /** As events carry it. */
  repository: JsonObject;
  defaultBranch: string;
}

/**
 * Wraps an object of the API the way in which an event carries it, without what is not read: the same again is then
 * the same delivery.
 */
export function asEvent(
  type: ReadType,
  { repository }: Pick<RepositoryPull, 'repository'>,
  content: Record<string, JsonValue | undefined>,
): JsonValue {
  return READERS[type].pick({ ...content, repository });
}
