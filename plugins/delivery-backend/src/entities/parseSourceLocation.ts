/** A folder of a repository. */
export interface RepositoryPlace {
  /** By which entities name repositories of this host. */
  annotation: string;
  /** Lower case, for example `acme/shop`. */
  slug: string;
  /** Below the root, without slashes at its ends; empty for the root itself. */
  folder: string;
}

/**
 * Reads a `backstage.io/source-location` such as `url:https://github.com/acme/shop/tree/main/services/cart/`: undefined
 * where it names no repository of GitHub or GitLab. Hosts of one's own are told by their paths: folders of GitLab come
 * after `/-/tree/`, those of GitHub after `/tree/`. A branch is taken to have no slash in its name.
 */
export function parseSourceLocation(
  location: string | undefined,
): RepositoryPlace | undefined {
  const text = location?.replace(/^url:/, '');
  const url = text && URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    return undefined;
  }
  const path = safeDecode(url.pathname).replace(/^\/+|\/+$/g, '');
  const isGitLab = /gitlab/.test(url.hostname) || path.includes('/-/');
  const [repository, rest = ''] = path.split(
    isGitLab ? /\/-\/(?:tree|blob)\// : /(?<=^[^/]+\/[^/]+)\/(?:tree|blob)\//,
  );
  const slug = repository.replace(/\.git$/, '').toLowerCase();
  const depth = slug.split('/').length;
  const isGitHub = /github/.test(url.hostname) || rest !== '';
  if (depth < 2 || !(isGitLab || (isGitHub && depth === 2))) {
    return undefined;
  }
  return {
    annotation: isGitLab
      ? 'gitlab.com/project-slug'
      : 'github.com/project-slug',
    slug,
    folder: readFolder(rest),
  };
}

/** Without the branch, and without the settings folder that a descriptor often lies in. */
function readFolder(branchAndFolder: string): string {
  const segments = branchAndFolder.split('/').filter(Boolean).slice(1);
  const hidden = segments.findIndex(segment => segment.startsWith('.'));
  return segments.slice(0, hidden < 0 ? undefined : hidden).join('/');
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
