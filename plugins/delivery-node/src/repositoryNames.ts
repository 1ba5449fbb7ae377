/** What hosts allow in names; `.` and `..` would lead elsewhere in a path. */
const NAME = /^(?!\.{1,2}$)[\w.-]+$/;

/** `git@github.com:acme/shop.git` */
const SCP = /^[\w.-]+@[\w.-]+:(?!\/\/)/;

/**
 * Makes a reader of slugs, such as `acme/shop`, from what people write into annotations: a slug, with or without its host,
 * or any URL by which one gets to the repository or to something in it. Answers in lower case, and undefined for what is
 * no slug.
 *
 * @public
 */
export function createSlugParser(options: {
  /** Whether the first part of what is no URL names a host. */
  isHost(part: string): boolean;
  /** Groups may hold groups, to any depth; what is no part of a name follows on `/-/` then. */
  isNested?: boolean;
}): (text: string) => string | undefined {
  const { isHost, isNested } = options;
  return text => {
    const [beforeDash] = readPath(text).split('/-/');
    const parts = beforeDash.split('/').filter(Boolean);
    if (!isAddress(text) && parts.length > 2 && isHost(parts[0])) {
      parts.shift();
    }
    const named = isNested || !isAddress(text) ? parts : parts.slice(0, 2);
    const slug = named
      .join('/')
      .replace(/\.git$/i, '')
      .toLowerCase();
    const names = slug.split('/');
    const isWhole = isNested ? names.length >= 2 : names.length === 2;
    return isWhole && names.every(name => NAME.test(name)) ? slug : undefined;
  };
}

function isAddress(text: string): boolean {
  return SCP.test(text) || text.includes('://');
}

function readPath(text: string): string {
  if (SCP.test(text)) {
    return text.replace(SCP, '');
  }
  return isAddress(text) && URL.canParse(text) ? new URL(text).pathname : text;
}

/** Branches of these names have nothing below them. */
const PLAIN_BRANCHES = /^(main|master|trunk|develop|head)$/i;

/** What branches are commonly put below: the name goes on after the slash. */
const BRANCH_GROUPS =
  /^(feature|feat|features|fix|bugfix|hotfix|release|releases|chore|docs|refactor|test|users?|dependabot|renovate|heads|tags)$/i;

/**
 * The folders that a path such as `main/services/cart`, as it stands in a URL, may name: without the branch, and without
 * the settings folder that a descriptor often lies in. Several where nobody can tell where the name of the branch ends,
 * and none for the root.
 *
 * @public
 */
export function readBranchFolders(
  branchAndFolder: string,
  options: { isFile: boolean },
): string[] {
  // A slash in a segment that is written `%2F` belongs to the branch.
  const all = branchAndFolder.split('/').filter(Boolean).map(decodeSegment);
  const segments = options.isFile ? all.slice(0, -1) : all;
  const folders = branchLengths(segments).map(length =>
    withoutSettings(segments.slice(length)),
  );
  return folders.includes('') ? [] : folders;
}

/** A folder without the hidden one, such as `.backstage`, that a descriptor often lies in. @public */
export function withoutSettings(segments: readonly string[]): string {
  const hidden = segments.findIndex(segment => segment.startsWith('.'));
  return segments.slice(0, hidden < 0 ? undefined : hidden).join('/');
}

/** A part of a URL as it reads; as it is if nothing can be read in it. @public */
export function decodeSegment(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
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
  // Without knowing the branch, the path could be the whole repository.
  return PLAIN_BRANCHES.test(first) ||
    first.includes('/') ||
    segments.length < 3
    ? [1]
    : [1, 2];
}
