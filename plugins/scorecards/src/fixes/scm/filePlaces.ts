import { FilePlace } from './ScmHost';

/** Where a file of GitHub stands, by its address; undefined for what is no address of a file. */
export function placeOnGithub(file: string): FilePlace | undefined {
  const [owner, name, view, ref, ...path] = new URL(file).pathname
    .split('/')
    .filter(part => part !== '')
    .map(decodeURIComponent);
  return ['blob', 'tree', 'raw', 'edit'].includes(view) && path.length > 0
    ? {
        repository: `${owner}/${name}`,
        ref: ref === 'HEAD' ? undefined : ref,
        path: path.join('/'),
      }
    : undefined;
}

/** Where a file of GitLab stands, by its address; undefined for what is no address of a file. */
export function placeOnGitlab(
  file: string,
  baseUrl: string,
): FilePlace | undefined {
  // A GitLab of one's own may stand below a path.
  const root = new URL(baseUrl).pathname.replace(/\/$/, '');
  const { pathname } = new URL(file);
  const [, repository, ref, path] =
    /^\/(.+?)(?:\/-)?\/(?:blob|tree|raw|edit)\/([^/]+)\/(.+)$/.exec(
      pathname.startsWith(`${root}/`) ? pathname.slice(root.length) : pathname,
    ) ?? [];
  return path
    ? {
        repository: decodeURIComponent(repository),
        ref: ref === 'HEAD' ? undefined : decodeURIComponent(ref),
        path: decodeURIComponent(path),
      }
    : undefined;
}
