import { JsonObject, JsonValue } from '@backstage/types';
import {
  PullCache,
  PullRequest,
} from '@fairlead/backstage-plugin-delivery-node';
import { GitlabOptions } from '../GitlabOptions';
import { READERS, ReadType } from '../read/readers';
import { GitlabApi } from './GitlabApi';

/** The pull of one project. */
export interface ProjectPull extends Pick<PullRequest, 'since' | 'until'> {
  api: GitlabApi;
  cache: PullCache;
  options: GitlabOptions;
  /** As events carry it. */
  project: JsonObject;
  defaultBranch: string;
}

/**
 * Wraps an object of the API the way in which an event carries it, without what is not read: the same again is then
 * the same delivery.
 */
export function asEvent(
  type: ReadType,
  { project }: Pick<ProjectPull, 'project'>,
  content: Record<string, JsonValue | undefined>,
): JsonValue {
  const picked = READERS[type].pick({ ...content, project }) as JsonObject;
  return { object_kind: type, ...picked };
}
