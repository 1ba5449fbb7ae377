/** A folder of a repository. */
export interface RepositoryPlace {
  /** By which entities name repositories of this host. */
  annotation: string;
  /** Lower case, for example `acme/shop`. */
  slug: string;
  /**
   * The folder below the root, without slashes at its ends; none for the root itself. There are several where the name of
   * the branch may end at one slash or at another.
   */
  folders: string[];
}

/** Branches of these names have nothing below them. */
const PLAIN_BRANCHES = /^(main|master|trunk|develop|head)$/i;

/** What branches are commonly put below: the name goes on after the slash. */
const BRANCH_GROUPS =
  /^(feature|feat|features|fix|bugfix|hotfix|release|releases|chore|docs|refactor|test|users?|dependabot|renovate|heads|tags)$/i;

/**
 * Reads a `backstage.io/source-location` such as `url:https://github.com/acme/shop/tree/main/services/cart/`: undefined
 * where it names no repository of GitHub or GitLab. Hosts of one's own are told by their paths: folders of GitLab come
 * after `/-/tree/`, those of GitHub after `/tree/`.
 */
export function parseSourceLocation(
  location: string | undefined,
): RepositoryPlace | undefined {
  const text = location?.replace(/^url:/, '');
  const url = text && URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    return undefined;
  }
  const path = url.pathname.replace(/^\/+|\/+$/g, '');
  const isGitLab = /gitlab/.test(url.hostname) || path.includes('/-/');
  const [repository, view, ...rest] = path.split(
    isGitLab ? /\/-\/(tree|blob)\// : /(?<=^[^/]+\/[^/]+)\/(tree|blob)\//,
  );
  const slug = safeDecode(repository)
    .replace(/\.git$/, '')
    .toLowerCase();
  const depth = slug.split('/').length;
  const isGitHub = /github/.test(url.hostname) || view !== undefined;
  if (depth < 2 || !(isGitLab || (isGitHub && depth === 2))) {
    return undefined;
  }
  return {
    annotation: isGitLab
      ? 'gitlab.com/project-slug'
      : 'github.com/project-slug',
    slug,
    folders: readFolders(rest.join(`/${view}/`), { isFile: view === 'blob' }),
  };
}

/** Without the branch, and without the settings folder that a descriptor often lies in. */
function readFolders(
  branchAndFolder: string,
  options: { isFile: boolean },
): string[] {
  // A slash in a segment that is written `%2F` belongs to the branch.
  const all = branchAndFolder.split('/').filter(Boolean).map(safeDecode);
  const segments = options.isFile ? all.slice(0, -1) : all;
  const folders = branchLengths(segments).map(length => {
    const folder = segments.slice(length);
    const hidden = folder.findIndex(segment => segment.startsWith('.'));
    return folder.slice(0, hidden < 0 ? undefined : hidden).join('/');
  });
  return folders.includes('') ? [] : folders;
}

/** How many segments may be the name of the branch. */
function branchLengths(segments: readonly string[]): number[] {
  const [first = '', second = ''] = segments;
  if (first === 'refs' && /^(heads|tags)$/.test(second)) {
    return branchLengths(segments.slice(2)).map(length => length + 2);
  }
  if (BRANCH_GROUPS.test(first)) {
    return [2];
  }
  // What is below the root of an unknown branch would be the whole repository.
  return PLAIN_BRANCHES.test(first) ||
    first.includes('/') ||
    segments.length < 3
    ? [1]
    : [1, 2];
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
