/** A folder of a repository, as the URL of a file or a folder in it tells. @public */
export interface RepositoryPlace {
  /** The repository, as entities name it: in lower case, for example `acme/shop`. */
  value: string;
  /**
   * The folder below the root, without slashes at its ends; none for the root itself. There are several where the name of
   * the branch may end at one slash or at another.
   */
  folders: readonly string[];
  /** The host is the source's beyond doubt. Otherwise the place counts only where no other source knows the host. */
  isOwnHost: boolean;
}

/** An annotation by which entities name repositories of a source. @public */
export interface RepositoryAnnotation {
  /** For example `github.com/project-slug`. */
  annotation: string;
  /** Offered to whoever has named nothing yet, for example `organisation/repository`. */
  example: string;
  /** What a value has to be, for those who wrote something else, for example `owner/repository`. */
  form: string;
  /**
   * The repository that a text stands for, in lower case: its name, with or without the host, or any URL by which one
   * gets to it. Undefined if it is none. What it answers becomes a part of URLs and may hold nothing that leads elsewhere.
   */
  parse(text: string): string | undefined;
  /** Where a `backstage.io/source-location` points to; undefined if that is surely no repository of this source. */
  locate?(url: URL): RepositoryPlace | undefined;
}

/** An annotation by which entities name what a source tells of other than repositories. @public */
export interface ServiceAnnotation {
  /** For example `pagerduty.com/service-id`. Values are compared without regard to case. */
  annotation: string;
  /** Offered to whoever has named nothing yet. */
  example: string;
}

/**
 * By what the catalog names things and persons of a source. Several sources may share an annotation; the first of
 * them that can read a value is believed.
 *
 * @public
 */
export interface SourceNaming {
  /** Many entities may name the same repository, each a part of it. */
  repositories?: readonly RepositoryAnnotation[];
  /** Whatever names one of these is the thing itself. */
  services?: readonly ServiceAnnotation[];
  /** By which users name their login there, for example `github.com/user-login`; see {@link ReadContext.person}. */
  login?: string;
}
