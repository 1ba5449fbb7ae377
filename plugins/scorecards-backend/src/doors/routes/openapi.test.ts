import SwaggerParser from '@apidevtools/swagger-parser';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createRouter } from '../../router';
import { startScorecards } from './__testUtils__/startScorecards';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('GET /openapi.json', () => {
  async function readDocument() {
    const portal = await startScorecards({
      db: await databases.init('SQLITE_3'),
    });
    return (await portal.get('/openapi.json').expect(200)).body;
  }

  it('answers a valid OpenAPI 3.1 document', async () => {
    const document = await readDocument();
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'scorecards' },
    });
    await expect(
      SwaggerParser.validate(structuredClone(document)),
    ).resolves.toBeDefined();
  });

  it('describes every route that the router has, and no other', async () => {
    const { paths } = await readDocument();
    const described = Object.entries<object>(paths).flatMap(
      ([path, operations]) =>
        Object.keys(operations).map(method => `${method} ${path}`),
    );
    // Routes are registered without calling any service.
    const router = createRouter({
      auditor: mockServices.auditor.mock(),
      httpAuth: mockServices.httpAuth(),
      badges: { arePublic: false },
    } as unknown as Parameters<typeof createRouter>[0]);
    const layers = router.stack as unknown as {
      route: { path: string; methods: Record<string, boolean> };
    }[];
    const registered = layers.flatMap(({ route }) =>
      Object.keys(route.methods).map(
        method => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`,
      ),
    );
    expect(described.sort()).toEqual(registered.sort());
    expect(described).toHaveLength(33);
  });

  it('names each operation once', async () => {
    const { paths } = await readDocument();
    const ids = Object.values<Record<string, { operationId: string }>>(
      paths,
    ).flatMap(operations =>
      Object.values(operations).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(undefined);
  });
});
