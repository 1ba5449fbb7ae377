import {
  GithubIntegrationConfig,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { Subject } from '@fairlead/backstage-plugin-delivery-node';
import { LocatedSubject, locateSubjects } from '@fairlead/rest-pull';
import { SLUG_ANNOTATION } from '../read/observation';

/** A repository to ask, and where it may be. */
export type LocatedRepository = LocatedSubject<GithubIntegrationConfig>;

/** Finds out where repositories are. */
export function locateRepositories(
  subjects: readonly Subject[],
  integrations: ScmIntegrationRegistry,
): LocatedRepository[] {
  return locateSubjects(subjects, {
    integrations: integrations.github,
    publicHost: 'github.com',
    hasCredentials: ({ token, apps }) => Boolean(token || apps?.length),
    annotation: SLUG_ANNOTATION,
    slug: /^[^/]+\/[^/]+$/,
    form: 'owner/repository',
    slugIn: ({ pathname }) =>
      pathname
        .split('/')
        .slice(1, 3)
        .join('/')
        .replace(/\.git$/, ''),
  });
}
