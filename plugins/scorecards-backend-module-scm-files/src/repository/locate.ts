import {
  Entity,
  getEntitySourceLocation,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';

/** Where the files of an entity are. */
export interface Place {
  entityRef: string;
  /** The address of the top of the repository, at the branch that the entity names. */
  root: string;
  /** The path of its folder below the root, without slashes at the ends; empty at the root. */
  folder: string;
  /** The path of what the entity names, a folder or a file, likewise. */
  path: string;
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
    const resolve = (url: string, base: string) =>
      // What GitLab calls a folder above a file.
      integrations.resolveUrl({ url, base }).replace('/-/blob/', '/-/tree/');
    const root = resolve('/', target);
    const top = pathOf(root);
    const below = (address: string) =>
      pathOf(address).slice(top.length).replace(/\/$/, '');
    const folder = resolve('./', asFolder(target));
    return pathOf(folder).startsWith(top)
      ? {
          entityRef: stringifyEntityRef(entity),
          root,
          folder: below(folder),
          path: below(target.replace('/blob/', '/tree/')),
        }
      : undefined;
  } catch {
    // An entity without a source location, or one whose address nobody can read.
    return undefined;
  }
}

/** The address with a slash at its end, unless it names a file. */
function asFolder(target: string): string {
  const url = new URL(target);
  const path = url.searchParams.get('path');
  if (path !== null) {
    url.searchParams.set('path', withSlash(path));
  } else if (!/\/blob\//.test(url.pathname)) {
    url.pathname = withSlash(url.pathname);
  }
  return url.toString();
}

/** Azure DevOps tells the path as a parameter. */
function pathOf(address: string): string {
  const url = new URL(address);
  return withSlash(
    url.searchParams.get('path') ?? decodeURIComponent(url.pathname),
  );
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
