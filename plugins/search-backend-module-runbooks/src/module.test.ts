import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import searchPlugin from '@backstage/plugin-search-backend';
import { RunbookDocument } from '@fairlead/backstage-plugin-runbooks-common';
import {
  RunbooksService,
  runbooksServiceRef,
} from '@fairlead/backstage-plugin-runbooks-node';
import request from 'supertest';
import searchModuleRunbooks from '.';

jest.setTimeout(60_000);

const HIDDEN = 'component:default/vault';

const document = (
  id: string,
  fields: Partial<RunbookDocument> = {},
): RunbookDocument => ({
  id,
  title: `Runbook ${id}`,
  text: '# Meaning\n\nThe disk is full.',
  entityRef: 'component:default/shop',
  alerts: [],
  tier: 'normal',
  ...fields,
});

type ReadDocuments = RunbooksService['readSearchDocuments'];

/** Answers the documents in pages of so many. */
function pagesOf(documents: RunbookDocument[], size = 2) {
  return jest.fn<ReturnType<ReadDocuments>, Parameters<ReadDocuments>>(
    async ({ after = '0' } = {}) => {
      const from = Number(after);
      const items = documents.slice(from, from + size);
      return { items, cursor: String(from + items.length) };
    },
  );
}

/** A search whose user may read all entities but the hidden one, with the runbooks that the backend answers. */
async function start(readSearchDocuments: ReadDocuments) {
  let inside: SchedulerService | undefined;
  const { server } = await startTestBackend({
    features: [
      searchPlugin,
      searchModuleRunbooks,
      createServiceFactory({
        service: runbooksServiceRef,
        deps: {},
        factory: () => ({
          readSearchDocuments,
          readEntityValues: jest.fn(),
          readFinishedDrills: jest.fn(),
        }),
      }),
      createBackendModule({
        pluginId: 'search',
        moduleId: 'test',
        register(env) {
          env.registerInit({
            deps: { scheduler: coreServices.scheduler },
            async init({ scheduler }) {
              inside = scheduler;
            },
          });
        },
      }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true } },
      }),
      mockServices.permissions.mock({
        authorizeConditional: async queries =>
          queries.map(({ permission }) =>
            isResourcePermission(permission)
              ? {
                  result: AuthorizeResult.CONDITIONAL,
                  pluginId: 'catalog',
                  resourceType: permission.resourceType,
                  conditions: {
                    rule: 'IS_SEEN',
                    resourceType: permission.resourceType,
                  },
                }
              : { result: AuthorizeResult.DENY },
          ),
        authorize: async queries =>
          queries.map(({ resourceRef }) => ({
            result:
              resourceRef && resourceRef !== HIDDEN
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
          })),
      }).factory,
    ],
  });
  return {
    index: () => inside!.triggerTask('search_index_runbooks'),
    async find(term: string) {
      const { body } = await request(server)
        .get('/api/search/query')
        .query({ term, types: ['runbooks'] })
        .set('Authorization', mockCredentials.user.header())
        .expect(200);
      return body.results.map(
        (result: { document: { location: string } }) => result.document,
      );
    },
  };
}

describe('searchModuleRunbooks', () => {
  it('finds runbooks by title, text and alert, on their reading page', async () => {
    const search = await start(
      pagesOf([
        document('1', {
          title: 'Disk full',
          ownerRef: 'group:default/payments',
          tier: 'critical',
        }),
        document('a/b', { text: 'Restart the cassowary' }),
        document('3', { alerts: ['KubePodCrashLooping', 'Kube*'] }),
      ]),
    );
    await search.index();
    expect(await search.find('Disk full')).toMatchObject([
      {
        title: 'Disk full',
        text: '# Meaning\n\nThe disk is full.',
        location: '/runbooks/1',
        owner: 'group:default/payments',
        tier: 'critical',
      },
      { location: '/runbooks/3' },
    ]);
    expect(await search.find('cassowary')).toMatchObject([
      { location: '/runbooks/a%2Fb' },
    ]);
    expect(await search.find('KubePodCrashLooping')).toMatchObject([
      { location: '/runbooks/3' },
    ]);
  });

  it('hides the runbooks of entities that the caller may not read', async () => {
    const search = await start(
      pagesOf([document('seen'), document('hidden', { entityRef: HIDDEN })]),
    );
    await search.index();
    expect(await search.find('disk')).toMatchObject([
      { location: '/runbooks/seen' },
    ]);
  });

  it('reads page by page until there is none, anew each time', async () => {
    const read = pagesOf(['1', '2', '3'].map(id => document(id)));
    const search = await start(read);
    await search.index();
    await search.index();
    expect(read.mock.calls.map(([options]) => options?.after)).toEqual([
      undefined,
      '2',
      '3',
      undefined,
      '2',
      '3',
    ]);
    expect(await search.find('disk')).toHaveLength(3);
  });

  it('indexes no more of a text than engines take, and no half of a character', async () => {
    const text = `${'x'.repeat(199_990)} octopus 😀 gannet`;
    const search = await start(pagesOf([document('1', { text })]));
    await search.index();
    const [found] = await search.find('octopus');
    expect(found.text).toBe(`${'x'.repeat(199_990)} octopus \ufffd`);
    expect(await search.find('gannet')).toEqual([]);
  });

  it('keeps what was indexed while the runbooks backend does not answer', async () => {
    const read = pagesOf([document('1')]);
    const search = await start(read);
    await search.index();
    read.mockRejectedValue(new Error('503'));
    await search.index();
    expect(await search.find('disk')).toHaveLength(1);
  });
});
