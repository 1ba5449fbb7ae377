import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { mockCredentials } from '@backstage/backend-test-utils';
import { StreamEntitiesRequest } from '@backstage/catalog-client';
import { entity } from '../__testUtils__/startCopy';
import { DefaultEntityStreams } from './DefaultEntityStreams';

const entities = [
  entity('Component', 'cart'),
  entity('Group', 'crew'),
  entity('User', 'mira'),
];

/** A catalog that counts what it is asked, and followers that note what they take. */
function start(options: { gatherFor: number }) {
  const requests: StreamEntitiesRequest[] = [];
  const open = (request: StreamEntitiesRequest) => {
    requests.push(request);
    return catalogServiceMock({ entities }).streamEntities(request, {
      credentials: mockCredentials.service(),
    });
  };
  const streams = DefaultEntityStreams.create(options);
  return {
    requests,
    streams,
    async follow(
      family: string,
      kinds: string[],
      more: { fields?: string[]; signal?: AbortSignal } = {},
    ) {
      const taken: string[] = [];
      await streams.follow(
        {
          definition: {
            pluginId: family,
            query: { kind: { $in: kinds } },
            fields: more.fields,
          },
          signal: more.signal,
          take: async (page: Entity[]) => {
            taken.push(...page.map(({ metadata }) => metadata.name));
          },
        },
        open,
      );
      return taken.sort();
    },
  };
}

const FOREVER = { gatherFor: 600_000 };

describe('EntityStreams', () => {
  it('streams once for all families of a process, each getting its own', async () => {
    const { follow, requests, streams } = start(FOREVER);
    streams.register('fleet');
    streams.register('harbour');
    const taken = await Promise.all([
      follow('fleet', ['component', 'group'], { fields: ['kind', 'metadata'] }),
      follow('harbour', ['group', 'user'], { fields: ['metadata', 'spec'] }),
    ]);
    expect(taken).toEqual([
      ['cart', 'crew'],
      ['crew', 'mira'],
    ]);
    expect(requests).toHaveLength(1);
    expect(requests[0].fields).toEqual(['kind', 'metadata', 'spec']);
  });

  it('asks for all fields when one wants them', async () => {
    const { follow, requests, streams } = start(FOREVER);
    streams.register('harbour');
    await Promise.all([
      follow('fleet', ['component'], { fields: ['kind'] }),
      follow('harbour', ['group']),
    ]);
    expect(requests).toMatchObject([{ fields: undefined }]);
  });

  it('waits for nobody where there is nobody', async () => {
    const { follow, requests } = start(FOREVER);
    expect(await follow('fleet', ['component'])).toEqual(['cart']);
    expect(await follow('fleet', ['component'])).toEqual(['cart']);
    expect(requests).toHaveLength(2);
  });

  it('does not wait long for one that does not come', async () => {
    const { follow, streams } = start({ gatherFor: 1 });
    streams.register('harbour');
    expect(await follow('fleet', ['component'])).toEqual(['cart']);
  });

  it('goes on for the others when one fails', async () => {
    const { follow, streams } = start(FOREVER);
    streams.register('harbour');
    const [failed, taken] = await Promise.allSettled([
      follow('fleet', ['component'], {
        signal: AbortSignal.abort(new Error('It took too long')),
      }),
      follow('harbour', ['group']),
    ]);
    expect(failed).toMatchObject({ reason: { message: 'It took too long' } });
    expect(taken).toMatchObject({ value: ['crew'] });
  });
});
