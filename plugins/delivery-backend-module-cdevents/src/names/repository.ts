import {
  createSlugParser,
  RepositoryAnnotation,
  Subject,
} from '@fairlead/backstage-plugin-delivery-node';

/** Where a repository is hosted, as far as that matters. */
export type Host = 'bitbucket' | 'github' | 'gitlab' | 'other';

/** A repository that somebody named. */
export interface Repository {
  /** For example `acme/shop`; in lower case, since hosts take no notice of it. */
  slug: string;
  host: Host;
}

const ANNOTATIONS = {
  bitbucket: 'bitbucket.org/project-slug',
  github: 'github.com/project-slug',
  gitlab: 'gitlab.com/project-slug',
};

const SEGMENT = /^[\w.~-]+$/;

/**
 * By which entities name repositories of the hosts known here, so that they are found where no source of the host itself is
 * installed.
 */
export const REPOSITORY_ANNOTATIONS: readonly RepositoryAnnotation[] = [
  {
    annotation: ANNOTATIONS.github,
    example: 'organisation/repository',
    form: 'owner/repository',
    parse: createSlugParser({ isHost: part => part.includes('.') }),
  },
  {
    annotation: ANNOTATIONS.gitlab,
    example: 'group/project',
    form: 'group/project',
    parse: createSlugParser({
      isHost: part => /^gitlab\./i.test(part),
      isNested: true,
    }),
  },
  {
    annotation: ANNOTATIONS.bitbucket,
    example: 'workspace/repository',
    form: 'workspace/repository',
    parse: createSlugParser({ isHost: part => part === 'bitbucket.org' }),
  },
];

function hostOf(domain: string): Host {
  if (/(^|\.)github\./i.test(domain)) {
    return 'github';
  }
  if (/^bitbucket\.org$/i.test(domain)) {
    return 'bitbucket';
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
  // On these hosts, path segments after the repository's name are pages of it.
  const isFlat = host === 'github' || host === 'bitbucket';
  const slug = isFlat ? path.slice(0, 2) : path;
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
    case 'bitbucket':
      return [{ annotation: ANNOTATIONS.bitbucket, value: slug }];
    case 'github':
      return [github];
    case 'gitlab':
      return [gitlab];
    default:
      return slug.split('/').length === 2 ? [github, gitlab] : [gitlab];
  }
}
