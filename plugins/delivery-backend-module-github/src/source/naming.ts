import {
  createSlugParser,
  decodeSegment,
  readBranchFolders,
  RepositoryPlace,
  SourceNaming,
} from '@fairlead/backstage-plugin-delivery-node';
import { LOGIN_ANNOTATION, SLUG_ANNOTATION } from '../read/observation';

/** Folders come after `/tree/`, files after `/blob/`, below a repository of two parts. */
const VIEW = /(?<=^[^/]+\/[^/]+)\/(tree|blob)\//;

/** `https://github.com/acme/shop/tree/main/services/cart/`. Hosts of one's own are told by such paths. */
function locate({ hostname, pathname }: URL): RepositoryPlace | undefined {
  const path = pathname.replace(/^\/+|\/+$/g, '');
  const [repository, view, ...rest] = path.split(VIEW);
  const slug = decodeSegment(repository)
    .replace(/\.git$/, '')
    .toLowerCase();
  const isOwnHost = /github/.test(hostname) && !path.includes('/-/');
  if (slug.split('/').length !== 2 || !(isOwnHost || view !== undefined)) {
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

/** By what the catalog names repositories and users of GitHub. */
export const GITHUB_NAMING: SourceNaming = {
  repositories: [
    {
      annotation: SLUG_ANNOTATION,
      example: 'organisation/repository',
      form: 'owner/repository',
      parse: createSlugParser({ isHost: part => part.includes('.') }),
      locate,
    },
  ],
  login: LOGIN_ANNOTATION,
};
