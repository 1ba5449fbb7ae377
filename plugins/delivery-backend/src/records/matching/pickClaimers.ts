import { Glob, matchesGlob } from './globs';

/** An entity that claims a subject. */
export interface Claimer {
  entityRef: string;
  /** Its part of the repository; empty for all of it. */
  globs: readonly Glob[];
}

/**
 * Which of the entities that claim one subject a record concerns.
 *
 * @remarks
 *
 * One claimer gets all records. Where several share a repository, an entity that the record names by another subject as
 * well, for example its service, is meant alone. Otherwise a claimer without globs gets all records, and one with globs
 * those of which a path matches. As long as no path of a record is known, claimers with globs get it only if there are
 * none without: that a team sees too much is mended by a path, that nobody sees it is not noticed.
 */
export function pickClaimers(
  claimers: readonly Claimer[],
  record: {
    /** Entities that claim another subject of the record. */
    named: ReadonlySet<string>;
    /** Undefined as long as they are not known. */
    paths?: readonly string[];
  },
): readonly Claimer[] {
  const { named, paths } = record;
  if (claimers.length < 2) {
    return claimers;
  }
  const meant = claimers.filter(({ entityRef }) => named.has(entityRef));
  if (meant.length > 0) {
    return meant;
  }
  const picked = claimers.filter(
    ({ globs }) =>
      globs.length === 0 ||
      paths?.some(path => globs.some(glob => matchesGlob(path, glob))),
  );
  return picked.length === 0 && !paths ? claimers : picked;
}
