import {
  GitLabIntegrationConfig,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { Subject } from '@fairlead/backstage-plugin-delivery-node';
import { LocatedSubject, locateSubjects } from '@fairlead/rest-pull';
import { SLUG_ANNOTATION } from '../read/observation';

/** A project to ask, and where it may be. */
export type LocatedProject = LocatedSubject<GitLabIntegrationConfig>;

/** Finds out where projects are. */
export function locateProjects(
  subjects: readonly Subject[],
  integrations: ScmIntegrationRegistry,
): LocatedProject[] {
  return locateSubjects(subjects, {
    integrations: integrations.gitlab,
    publicHost: 'gitlab.com',
    hasCredentials: ({ token }) => Boolean(token),
    annotation: SLUG_ANNOTATION,
    slug: /^[^/]+(\/[^/]+)+$/,
    form: 'group/project',
    slugIn({ pathname }) {
      // Groups nest to any depth, so only what follows `/-/` is certainly not part of the name.
      const [project, rest] = pathname.slice(1).split('/-/');
      const isWhole = rest !== undefined || project.endsWith('.git');
      return isWhole
        ? project.replace(/\/+$/, '').replace(/\.git$/, '')
        : undefined;
    },
  });
}
