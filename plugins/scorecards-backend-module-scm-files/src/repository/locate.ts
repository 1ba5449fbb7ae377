import {
  Entity,
  getEntitySourceLocation,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import parseGitUrl from 'git-url-parse';

/** Where the files of an entity are. */
export interface Place {
  entityRef: string;
  /** The address of the top of the repository, at the branch that the entity names. */
  root: string;
  /** The path of its folder below the root, without slashes at the ends; empty at the root. */
  folder: string;
}

/** Undefined for an entity whose source the catalog does not know, or that lies outside of any repository. */
export function locate(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): Place | undefined {
  try {
    const { type, target } = getEntitySourceLocation(entity);
    if (type !== 'url' || !integrations.byUrl(target)) {
      return undefined;
    }
    return {
      entityRef: stringifyEntityRef(entity),
      root: integrations
        .resolveUrl({ url: '/', base: target })
        // What GitLab calls the folder above a file.
        .replace('/-/blob/', '/-/tree/'),
      folder: toFolder(target),
    };
  } catch {
    // An entity without a source location, or one whose address nobody can read.
    return undefined;
  }
}

/** What an address of a single file names is in the folder of that file. */
function toFolder(target: string): string {
  const { filepath, filepathtype } = parseGitUrl(target);
  const path = (filepath ?? '').replace(/^\/+|\/+$/g, '');
  return filepathtype === 'blob' ? path.replace(/(^|\/)[^/]*$/, '') : path;
}
