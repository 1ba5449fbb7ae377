/** `acme/shop`, and not an entity, a service or the address of a system, which stand where nothing names a repository. */
const REPOSITORY = /^[\w.~-]+(\/[\w.~-]+)+$/;

/** Where a record of a commit is put: into its repository, or where it names none, into one place for all of these. */
export function commitPlace(repo: string | undefined, sha?: string): string {
  return `${REPOSITORY.test(repo ?? '') ? repo : ''}\n${sha}`;
}

/** Where records of a commit may be: a pipeline that tells no repository runs on the same commit all the same. */
export function commitPlaces(repo: string, sha: string): string[] {
  return [...new Set([commitPlace(repo, sha), commitPlace(undefined, sha)])];
}
