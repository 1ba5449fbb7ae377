import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { isRunbookEntity } from '@fairlead/backstage-plugin-runbooks-common';
import { errorOf, startCatalog } from '../__testUtils__/startCatalog';

const FOLDER = 'https://github.com/acme/booking/tree/main/runbooks';
const LOCATION = `url:${FOLDER}/runbooks.yaml`;
const PATH = 'runbook/default/queue-grows';

const TEXT = '# The queue grows\n\n## Meaning\n\nNobody reads `bookings`.\n';
const LONG = `# Long\n\n${'Line after line.\n'.repeat(24_000)}`;

const GOOD = {
  apiVersion: 'fairlead.dev/v1alpha1',
  kind: 'Runbook',
  metadata: {
    name: 'queue-grows',
    title: 'The queue grows',
    annotations: {
      'backstage.io/managed-by-location': LOCATION,
      'backstage.io/managed-by-origin-location': LOCATION,
    },
  },
  spec: {
    owner: 'booking',
    serves: {
      entities: ['booking-api', 'resource:shared/queue'],
      filter: { $not: { 'spec.type': 'library' } },
    },
    alerts: ['BookingQueue*'],
    tier: 'critical',
    text: { $text: './queue-grows.md' },
  },
} satisfies Entity;

const API = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'booking-api',
    annotations: GOOD.metadata.annotations,
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'booking' },
} satisfies Entity;

function withSpec(spec: Record<string, unknown>): Entity {
  return { ...GOOD, spec: { ...GOOD.spec, ...(spec as object) } };
}

/** The files beside the entity. */
const reader = mockServices.urlReader.mock({
  readUrl: async url => {
    const text = {
      [`${FOLDER}/queue-grows.md`]: TEXT,
      [`${FOLDER}/long.md`]: LONG,
    }[url];
    if (text === undefined) {
      throw new NotFoundError(url);
    }
    return { buffer: async () => Buffer.from(text) };
  },
});

describe('runbooks in the catalog', () => {
  jest.setTimeout(60_000);

  let catalog: Awaited<ReturnType<typeof startCatalog>>;
  beforeEach(async () => {
    catalog = await startCatalog([reader.factory]);
  });
  afterEach(() => catalog.stop());

  it('are served with the text beside them, their owner and what they are for', async () => {
    await catalog.setEntities(GOOD, API);
    const runbook = await catalog.served(PATH);
    expect(isRunbookEntity(runbook)).toBe(true);
    expect(runbook.spec).toEqual({ ...GOOD.spec, text: TEXT });
    expect(runbook.relations).toEqual([
      { type: 'ownedBy', targetRef: 'group:default/booking' },
      { type: 'runbookFor', targetRef: 'component:default/booking-api' },
      { type: 'runbookFor', targetRef: 'resource:shared/queue' },
    ]);

    const served = await catalog.served(
      'component/default/booking-api',
      ({ relations }) => (relations?.length ?? 0) > 1,
    );
    expect(served.relations).toContainEqual({
      type: 'hasRunbook',
      targetRef: 'runbook:default/queue-grows',
    });
  });

  it('hold long texts', async () => {
    await catalog.setEntities(withSpec({ text: { $text: './long.md' } }));
    const runbook = await catalog.served(PATH);
    expect(runbook.spec?.text).toBe(LONG);
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      'has two texts',
      { url: 'https://wiki.example/queue' },
      'spec: has text and url, keep one of them',
    ],
    [
      'serves a person',
      { serves: { entities: ['user:guest'] } },
      'spec.serves.entities[0]: takes an entity of the kind Component, API, Resource, System, Domain',
    ],
    [
      'names a file that is gone',
      { text: { $text: './gone.md' } },
      'Placeholder $text could not read location ./gone.md',
    ],
  ])(
    'stay as they were when the next version %s',
    async (_name, spec, problem) => {
      await catalog.setEntities(GOOD);
      await catalog.served(PATH);
      await catalog.setEntities(withSpec(spec));
      const kept = await catalog.served(
        PATH,
        entity => errorOf(entity) !== undefined,
      );
      expect(kept.spec).toEqual({ ...GOOD.spec, text: TEXT });
      expect(errorOf(kept)).toContain(problem);
    },
  );
});
