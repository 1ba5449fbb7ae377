import {
  createSlugParser,
  DeliverySource,
  readBranchFolders,
  SourceNaming,
} from '@fairlead/backstage-plugin-delivery-node';
import { combineNaming } from '../catalog/entities/combineNaming';

/** By what entities name what the test source tells of: repositories of one host, and services. */
export const TEST_NAMING: SourceNaming = {
  repositories: [
    {
      annotation: 'github.com/project-slug',
      example: 'organisation/repository',
      form: 'owner/repository',
      parse: createSlugParser({ isHost: part => part.includes('.') }),
      locate({ hostname, pathname }) {
        const [owner, repository, view, ...rest] = pathname.slice(1).split('/');
        return hostname === 'github.com' && repository
          ? {
              value: `${owner}/${repository}`,
              folders: readBranchFolders(rest.join('/'), {
                isFile: view === 'blob',
              }),
              isOwnHost: true,
            }
          : undefined;
      },
    },
  ],
  services: [
    { annotation: 'pagerduty.com/service-id', example: 'PABC123' },
    { annotation: 'fairlead.dev/service', example: 'checkout' },
  ],
  login: 'github.com/user-login',
};

/** The same as the backend puts it together. */
export const TEST_CATALOG_NAMING = combineNaming([
  { naming: TEST_NAMING } as DeliverySource,
]);

/** The annotations of it that name repositories. */
export const TEST_REPOSITORIES: ReadonlySet<string> = new Set(
  TEST_CATALOG_NAMING.repositories.map(({ annotation }) => annotation),
);
