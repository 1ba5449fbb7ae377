import {
  GithubIntegrationConfig,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { Subject } from '@fairlead/backstage-plugin-delivery-node';
import { SLUG_ANNOTATION } from '../read/observation';

/** Names where the sources of an entity are, host included. */
export const LOCATION_ANNOTATION = 'backstage.io/source-location';

/** A repository to ask, and where it may be. */
export interface LocatedRepository {
  subject: Subject;
  /** For example `acme/shop`. */
  slug: string;
  /** The hosts to ask, the likeliest first. */
  hosts: GithubIntegrationConfig[];
}

const hasCredentials = ({ token, apps }: GithubIntegrationConfig) =>
  Boolean(token || apps?.length);

const SLUG = /^[\w.-]+\/[\w.-]+$/;

/**
 * Finds out where repositories are. A slug does not tell its host: github.com is asked first, then the other hosts of
 * the integrations; hosts without credentials are asked only if there is no other, so that the names of internal
 * repositories are not told to strangers.
 */
export function locateRepositories(
  subjects: readonly Subject[],
  integrations: ScmIntegrationRegistry,
): LocatedRepository[] {
  const all = integrations.github
    .list()
    .map(({ config }) => config)
    .sort(
      (a, b) =>
        Number(b.host === 'github.com') - Number(a.host === 'github.com'),
    );
  const trusted = all.filter(hasCredentials);
  const hosts = trusted.length > 0 ? trusted : all;
  const located = new Map<string, LocatedRepository>();
  for (const subject of subjects) {
    const found = locate(subject, hosts, integrations);
    if (found && !located.has(found.slug.toLowerCase())) {
      located.set(found.slug.toLowerCase(), found);
    }
  }
  return [...located.values()];
}

function locate(
  subject: Subject,
  hosts: GithubIntegrationConfig[],
  integrations: ScmIntegrationRegistry,
): LocatedRepository | undefined {
  if (subject.annotation === SLUG_ANNOTATION) {
    return SLUG.test(subject.value)
      ? { subject, slug: subject.value, hosts }
      : undefined;
  }
  const url = subject.value.replace(/^url:/, '');
  if (subject.annotation !== LOCATION_ANNOTATION || !URL.canParse(url)) {
    return undefined;
  }
  const config = integrations.github.byUrl(url)?.config;
  const slug = new URL(url).pathname.split('/').slice(1, 3).join('/');
  return config && SLUG.test(slug)
    ? { subject, slug: slug.replace(/\.git$/, ''), hosts: [config] }
    : undefined;
}
