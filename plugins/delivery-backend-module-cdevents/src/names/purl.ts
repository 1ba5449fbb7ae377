import { isCommit } from './commits';
import { parseRepository, Repository } from './repository';

/** What a package URL tells; of any other name of an artifact, that name alone. */
export interface Artifact {
  /** For example `shop` of `pkg:oci/shop@sha256%3A…`. */
  name: string;
  repository?: Repository;
  commit?: string;
}

const PURL =
  /^pkg:\/*([^/]+)\/(?:([^@?#]+)\/)?([^@/?#]+)(?:@([^?#]*))?(?:\?([^#]*))?/i;

/** Types of which the name is that of a repository, and where it lies if the name does not say so. */
const HOMES = new Map([
  ['bitbucket', 'bitbucket.org/'],
  ['github', 'github.com/'],
  ['gitlab', 'gitlab.com/'],
  ['golang', ''],
  ['swift', ''],
]);

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Reads the name of an artifact. The repository and the commit that it was made from stand in its qualifier `vcs_url`,
 * or else in the name and the version of types that are made from repositories.
 */
export function parseArtifact(id: string): Artifact {
  const match = PURL.exec(id);
  if (!match) {
    return { name: id };
  }
  const [type, namespace, name, version] = match
    .slice(1, 5)
    .map((part: string | undefined) => decode(part ?? ''));
  const [vcsUrl, revision] = splitRevision(
    new URLSearchParams(match[5]).get('vcs_url') ?? '',
  );
  const home = HOMES.get(type.toLowerCase());
  const address = home === undefined ? '' : `${home}${namespace}/${name}`;
  return {
    name,
    repository: parseRepository(vcsUrl || address),
    commit: [revision, version].find(isCommit),
  };
}

/** `git+https://github.com/acme/shop@<commit>` */
function splitRevision(vcsUrl: string): [url: string, revision?: string] {
  const at = vcsUrl.lastIndexOf('@');
  return at > vcsUrl.lastIndexOf('/')
    ? [vcsUrl.slice(0, at), vcsUrl.slice(at + 1)]
    : [vcsUrl];
}
