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
  const path =
    type.toLowerCase() === 'github' ? `github.com/${namespace}` : namespace;
  return {
    name,
    repository: vcsUrl
      ? parseRepository(vcsUrl)
      : parseRepository(`${path}/${name}`),
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
