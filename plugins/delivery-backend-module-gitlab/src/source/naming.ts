import {
  createSlugParser,
  decodeSegment,
  readBranchFolders,
  RepositoryPlace,
  SourceNaming,
} from '@fairlead/backstage-plugin-delivery-node';
import { LOGIN_ANNOTATION, SLUG_ANNOTATION } from '../read/observation';

/** What is no part of the name of a project follows on a dash. */
const VIEW = /\/-\/(tree|blob)\//;

/** `https://gitlab.com/acme/tools/shop/-/tree/main/cart/`. Hosts of one's own are told by such paths. */
function locate({ hostname, pathname }: URL): RepositoryPlace | undefined {
  const path = pathname.replace(/^\/+|\/+$/g, '');
  const isOwnHost = /gitlab/.test(hostname) || path.includes('/-/');
  const [project, view, ...rest] = path.split(VIEW);
  const slug = decodeSegment(project)
    .replace(/\.git$/, '')
    .toLowerCase();
  if (slug.split('/').length < 2 || !isOwnHost) {
    return undefined;
  }
  return {
    value: slug,
    folders: readBranchFolders(rest.join(`/${view}/`), {
      isFile: view === 'blob',
    }),
    isOwnHost,
  };
}

/** The annotations by which the catalog names GitLab's projects and users. */
export const GITLAB_NAMING: SourceNaming = {
  repositories: [
    {
      annotation: SLUG_ANNOTATION,
      example: 'group/project',
      form: 'group/project',
      parse: createSlugParser({
        // Groups may have dots in their names, too.
        isHost: part => /^gitlab\./i.test(part),
        isNested: true,
      }),
      locate,
    },
  ],
  login: LOGIN_ANNOTATION,
};
