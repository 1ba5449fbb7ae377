import {
  GitLabIntegrationConfig,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { Subject } from '@fairlead/backstage-plugin-delivery-node';
import { SLUG_ANNOTATION } from '../read/observation';

/** Names where the sources of an entity are, host included. */
export const LOCATION_ANNOTATION = 'backstage.io/source-location';

/** A project to ask, and where it may be. */
export interface LocatedProject {
  subject: Subject;
  /** For example `acme/shop`. */
  slug: string;
  /** The hosts to ask, the likeliest first. */
  hosts: GitLabIntegrationConfig[];
}

const SLUG = /^[\w.-]+(\/[\w.-]+)+$/;

/**
 * Finds out where projects are. A slug does not tell its host: gitlab.com is asked first, then the other hosts of the
 * integrations; hosts without a token are asked only if there is no other, so that the names of internal projects are
 * not told to strangers.
 */
export function locateProjects(
  subjects: readonly Subject[],
  integrations: ScmIntegrationRegistry,
): LocatedProject[] {
  const all = integrations.gitlab
    .list()
    .map(({ config }) => config)
    .sort(
      (a, b) =>
        Number(b.host === 'gitlab.com') - Number(a.host === 'gitlab.com'),
    );
  const trusted = all.filter(({ token }) => token);
  const hosts = trusted.length > 0 ? trusted : all;
  const located = new Map<string, LocatedProject>();
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
  hosts: GitLabIntegrationConfig[],
  integrations: ScmIntegrationRegistry,
): LocatedProject | undefined {
  if (subject.annotation === SLUG_ANNOTATION) {
    return SLUG.test(subject.value)
      ? { subject, slug: subject.value, hosts }
      : undefined;
  }
  const url = subject.value.replace(/^url:/, '');
  if (subject.annotation !== LOCATION_ANNOTATION || !URL.canParse(url)) {
    return undefined;
  }
  const config = integrations.gitlab.byUrl(url)?.config;
  // Groups nest to any depth: only what follows on `/-/` is surely no part of the name.
  const [project, rest] = new URL(url).pathname.slice(1).split('/-/');
  const slug = project.replace(/\/+$/, '').replace(/\.git$/, '');
  const isWhole = rest !== undefined || project.endsWith('.git');
  return config && isWhole && SLUG.test(slug)
    ? { subject, slug, hosts: [config] }
    : undefined;
}
