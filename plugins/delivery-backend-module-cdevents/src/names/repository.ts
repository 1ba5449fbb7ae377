import { Subject } from '@fairlead/backstage-plugin-delivery-node';

/** Where a repository is hosted, as far as that matters. */
export type Host = 'github' | 'gitlab' | 'other';

/** A repository that somebody named. */
export interface Repository {
  /** For example `acme/shop`; in lower case, since hosts take no notice of it. */
  slug: string;
  host: Host;
}

const ANNOTATIONS = {
  github: 'github.com/project-slug',
  gitlab: 'gitlab.com/project-slug',
};

const SEGMENT = /^[\w.~-]+$/;

function hostOf(domain: string): Host {
  if (/(^|\.)github\./i.test(domain)) {
    return 'github';
  }
  return /(^|\.)gitlab\./i.test(domain) ? 'gitlab' : 'other';
}

/**
 * Reads a repository from its URL, with or without scheme, or from its slug; undefined if the text is neither, as most
 * ids and sources of events are.
 */
export function parseRepository(text: string): Repository | undefined {
  const [address] = text
    .replace(/^(git\+)?[a-z]+:\/\//i, '')
    .replace(/^[^@/]+@/, '')
    .replace(/^([^/:]+\.[^/:]+):(\d+\/)?/, '$1/')
    .split(/[?#]|\/-\//);
  const segments = address.replace(/(\.git)?\/*$/, '').split('/');
  const hasDomain = segments[0].includes('.') && segments.length > 2;
  const host = hasDomain ? hostOf(segments[0]) : 'other';
  const path = hasDomain ? segments.slice(1) : segments;
  // On GitHub, path segments after the repository's name are pages of it.
  const slug = host === 'github' ? path.slice(0, 2) : path;
  return slug.length > 1 && slug.every(segment => SEGMENT.test(segment))
    ? {
        slug: slug
          .join('/')
          .replace(/\.git$/, '')
          .toLowerCase(),
        host,
      }
    : undefined;
}

/** Reads the repository that an event refers to by id and source. */
export function readRepository({
  id,
  source,
}: {
  id: string;
  source?: string | null;
}): Repository {
  const named = parseRepository(id);
  const located = parseRepository(`${source ?? ''}/${id}`);
  return located && (!named || named.host === 'other')
    ? { ...located, slug: named?.slug ?? located.slug }
    : named ?? { slug: id.toLowerCase(), host: 'other' };
}

/** By which entities name the repository. Of an unknown host it may be either. */
export function subjectsOfRepository({ slug, host }: Repository): Subject[] {
  const github = { annotation: ANNOTATIONS.github, value: slug };
  const gitlab = { annotation: ANNOTATIONS.gitlab, value: slug };
  switch (host) {
    case 'github':
      return [github];
    case 'gitlab':
      return [gitlab];
    default:
      return slug.split('/').length === 2 ? [github, gitlab] : [gitlab];
  }
}
