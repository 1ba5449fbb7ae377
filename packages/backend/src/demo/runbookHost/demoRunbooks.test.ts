import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import catalogBackend from '@backstage/plugin-catalog-backend';
import catalogModuleFairlead from '@fairlead/backstage-plugin-catalog-backend-module-fairlead';
import { join } from 'node:path';
import request from 'supertest';
import { readWrittenRunbooks } from '../__testUtils__/readDemoRunbooks';
import { readDemoEntities } from '../year/__testUtils__/readDemoEntities';
import { startRunbookHost } from './startRunbookHost';

jest.setTimeout(60_000);

const demo = resolvePackagePath('backend', 'demo');
const folder = join(demo, 'runbooks');

describe('the runbooks of the demo', () => {
  let written: Entity[];
  let host: Awaited<ReturnType<typeof startRunbookHost>>;
  let backend: TestBackend;

  beforeAll(async () => {
    written = await readWrittenRunbooks(folder);
    host = await startRunbookHost({ folder, port: 0 });
    backend = await startTestBackend({
      features: [
        catalogBackend,
        catalogModuleFairlead,
        mockServices.rootConfig.factory({
          data: {
            backend: {
              baseUrl: 'http://localhost',
              reading: { allow: [{ host: new URL(host.url).host }] },
            },
            catalog: {
              rules: [{ allow: ['Location', 'Runbook'] }],
              processingInterval: { seconds: 1 },
              locations: [
                {
                  type: 'url',
                  target: `${host.url}/skerry-lines/runbooks/catalog-info.yaml`,
                },
              ],
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend.stop();
    await host.stop();
  });

  it('are read by the catalog from their host, each with its text', async () => {
    let served: Entity[] = [];
    while (served.length < written.length) {
      await new Promise(resolve => setTimeout(resolve, 100));
      const response = await request(backend.server)
        .get('/api/catalog/entities')
        .query({ filter: 'kind=runbook' });
      served = response.body;
    }
    expect(served.map(({ metadata }) => metadata.name).sort()).toEqual(
      written.map(({ metadata }) => metadata.name).sort(),
    );
    for (const { spec } of served.filter(each => each.spec?.text)) {
      expect(spec?.text).toMatch(/^# .+\n/);
    }
  });

  it('are about what is in the catalog of the demo', async () => {
    const known = new Set(
      (await readDemoEntities(demo)).map(entity => stringifyEntityRef(entity)),
    );
    const named = written.flatMap(({ spec }) => [
      ...(((spec?.serves as Entity['spec'])?.entities ?? []) as string[]).map(
        ref => parseEntityRef(ref, { defaultKind: 'component' }),
      ),
      parseEntityRef(spec?.owner as string, { defaultKind: 'group' }),
    ]);
    expect(
      named.map(ref => stringifyEntityRef(ref)).filter(ref => !known.has(ref)),
    ).toEqual([]);
  });
});
