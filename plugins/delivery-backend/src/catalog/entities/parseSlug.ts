/** What hosts allow in names; `.` and `..` would lead elsewhere in a path. */
const NAME = /^(?!\.{1,2}$)[\w.-]+$/;

/** `git@github.com:acme/shop.git` */
const SCP = /^[\w.-]+@[\w.-]+:(?!\/\/)/;

const GITLAB = 'gitlab.com/project-slug';

/**
 * The slug of a repository, in lower case, as people write it into an annotation: as a slug, with or without its host, or
 * as any URL by which one gets to the repository or to something in it. Undefined if there is none in it.
 */
export function parseSlug(
  annotation: string,
  text: string,
): string | undefined {
  const isGitLab = annotation === GITLAB;
  const path = readPath(text);
  const [beforeDash] = path.split('/-/');
  const parts = beforeDash.split('/').filter(Boolean);
  if (!isAddress(text) && parts.length > 2 && isHost(parts[0], isGitLab)) {
    parts.shift();
  }
  const named = isGitLab || !isAddress(text) ? parts : parts.slice(0, 2);
  const slug = named
    .join('/')
    .replace(/\.git$/i, '')
    .toLowerCase();
  const names = slug.split('/');
  const isWhole = isGitLab ? names.length >= 2 : names.length === 2;
  return isWhole && names.every(name => NAME.test(name)) ? slug : undefined;
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

/** Whether the first part names a host. Groups of GitLab may have dots in their names, too. */
function isHost(part: string, isGitLab: boolean): boolean {
  return isGitLab ? /^gitlab\./i.test(part) : part.includes('.');
}
