import {
  createSlugParser,
  readBranchFolders,
  RepositoryPlace,
  SourceNaming,
} from '@fairlead/backstage-plugin-delivery-node';
import { LOGIN_ANNOTATION, SLUG_ANNOTATION } from '../read/observation';

const HOST = 'bitbucket.org';

/** `https://bitbucket.org/acme/shop/src/main/services/cart/`: what ends in a slash is a folder. */
function locate({ hostname, pathname }: URL): RepositoryPlace | undefined {
  const [workspace, slug, view, ...rest] = pathname.slice(1).split('/');
  if (hostname !== HOST || !workspace || !slug) {
    return undefined;
  }
  return {
    value: `${workspace}/${slug.replace(/\.git$/, '')}`.toLowerCase(),
    folders:
      view === 'src'
        ? readBranchFolders(rest.join('/'), { isFile: rest.at(-1) !== '' })
        : [],
    isOwnHost: true,
  };
}

/** By what the catalog names repositories and users of Bitbucket Cloud. */
export const BITBUCKET_NAMING: SourceNaming = {
  repositories: [
    {
      annotation: SLUG_ANNOTATION,
      example: 'workspace/repository',
      form: 'workspace/repository',
      parse: createSlugParser({ isHost: part => part === HOST }),
      locate,
    },
  ],
  login: LOGIN_ANNOTATION,
};
