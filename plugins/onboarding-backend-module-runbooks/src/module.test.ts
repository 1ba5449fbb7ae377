import {
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import {
  ContributionPage,
  ContributionSource,
  verificationExtensionPoint,
} from '@fairlead/backstage-plugin-onboarding-node';
import { FinishedDrill } from '@fairlead/backstage-plugin-runbooks-common';
import {
  RunbooksService,
  runbooksServiceRef,
} from '@fairlead/backstage-plugin-runbooks-node';
import onboardingModuleRunbooks from '.';

jest.setTimeout(60_000);

const drill = (fields: Partial<FinishedDrill> = {}): FinishedDrill => ({
  id: 'use-1',
  by: 'user:default/mira',
  finishedAt: '2026-03-02T10:00:00.000Z',
  title: 'Disk full',
  ...fields,
});

type Read = jest.MockedFunction<RunbooksService['readFinishedDrills']>;

/** The source that the module adds where the runbooks backend answers so. */
async function start(readFinishedDrills: Read): Promise<ContributionSource> {
  const sources: ContributionSource[] = [];
  await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'onboarding',
        register(env) {
          env.registerExtensionPoint(verificationExtensionPoint, {
            addContributionSource: (...added) => void sources.push(...added),
            setFactJudge: jest.fn(),
          });
          env.registerInit({ deps: {}, init: async () => {} });
        },
      }),
      createServiceFactory({
        service: runbooksServiceRef,
        deps: {},
        factory: () => ({
          readEntityValues: jest.fn(),
          readFinishedDrills,
          readSearchDocuments: jest.fn(),
        }),
      }),
      onboardingModuleRunbooks,
    ],
  });
  return sources[0];
}

/** A list of these drills, with a cursor at the place of each. */
function listOf(drills: readonly FinishedDrill[]): Read {
  return jest.fn(async ({ after = '0', limit = 100 } = {}) => {
    const from = Number(after);
    const items = drills.slice(from, from + limit);
    return { items, cursor: String(from + items.length) };
  });
}

async function observeAll(source: ContributionSource, cursor?: string) {
  const pages: ContributionPage[] = [];
  const { signal } = new AbortController();
  for await (const page of source.observe({ cursor, signal })) {
    pages.push(page);
  }
  return pages;
}

describe('onboardingModuleRunbooks', () => {
  it('tells drills as work of the user who held them', async () => {
    const source = await start(
      listOf([
        drill({
          entityRef: 'component:default/cart',
          url: 'https://portal.example.com/runbooks/r?use=use-1',
        }),
        drill({ id: 'use-2', by: 'user:default/ola' }),
      ]),
    );
    expect(source.id).toBe('runbooks');
    expect(source.identify).toBeUndefined();
    expect(await observeAll(source)).toEqual([
      {
        contributions: [
          {
            kind: 'runbook-drill',
            key: 'drill:use-1',
            person: 'user:default/mira',
            at: '2026-03-02T10:00:00.000Z',
            entityRefs: ['component:default/cart'],
            title: 'Disk full',
            url: 'https://portal.example.com/runbooks/r?use=use-1',
          },
          {
            kind: 'runbook-drill',
            key: 'drill:use-2',
            person: 'user:default/ola',
            at: '2026-03-02T10:00:00.000Z',
            entityRefs: [],
            title: 'Disk full',
          },
        ],
        cursor: '2',
      },
    ]);
  });

  it('reads to the end, and goes on where it was', async () => {
    const read = listOf(
      Array.from({ length: 450 }, (_, n) => drill({ id: `use-${n}` })),
    );
    const source = await start(read);
    const pages = await observeAll(source);
    expect(pages.map(page => page.contributions.length)).toEqual([
      200, 200, 50,
    ]);
    expect(read.mock.calls.map(([query]) => query)).toEqual(
      [undefined, '200', '400', '450'].map(after => ({ after, limit: 200 })),
    );
    expect(await observeAll(source, pages[1].cursor)).toEqual([pages[2]]);
    expect(await observeAll(source, pages[2].cursor)).toEqual([]);
  });

  it('ends with the reason when the runbooks backend does not answer, and when it is stopped', async () => {
    const source = await start(
      jest.fn(async () => {
        throw new Error('503');
      }),
    );
    await expect(observeAll(source)).rejects.toThrow('503');
    const signal = AbortSignal.abort(new Error('stopped'));
    const stopped = source.observe({ cursor: undefined, signal });
    await expect(stopped[Symbol.asyncIterator]().next()).rejects.toThrow(
      'stopped',
    );
  });
});
