import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  IncidentDetail,
  IncidentPage,
} from '@fairlead/backstage-plugin-runbooks-common';
import { OperationsIncident } from '@fairlead/backstage-plugin-runbooks-node';
import { startRunbooks } from '../__testUtils__/startRunbooks';
import { LearningReplay } from './LearningReplay';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const DAY = 24 * 3_600_000;
const NOW = Date.now();

const API: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'booking-api', namespace: 'default', uid: 'booking-api' },
  spec: { type: 'service', lifecycle: 'production', owner: 'booking' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/booking' }],
};

const iso = (time: number) => new Date(time).toISOString();

const incident = (
  id: number,
  fields: Partial<OperationsIncident> = {},
): OperationsIncident => ({
  kind: 'incident',
  key: `incident:pagerduty:Q${id}`,
  source: 'pagerduty',
  entityRefs: ['component:default/booking-api'],
  title: 'booking-api: Disk almost full',
  severity: 'P1',
  detectedAt: iso(NOW - (60 + id) * DAY),
  resolvedAt: iso(NOW - (60 + id) * DAY + 3_600_000),
  alerts: [],
  responders: [],
  followUps: [],
  ...fields,
});

describe('what the demo says after its incidents', () => {
  let backend: Awaited<ReturnType<typeof startRunbooks>>;
  let details: IncidentDetail[];

  const readAll = async (): Promise<IncidentDetail[]> => {
    const list = await backend.ask('/incidents?limit=500');
    const { items }: IncidentPage = await list.json();
    return Promise.all(
      items.map(async ({ id }) => {
        const response = await backend.ask(
          `/incidents/${encodeURIComponent(id)}`,
        );
        return response.json();
      }),
    );
  };

  beforeAll(async () => {
    backend = await startRunbooks({
      db: await databases.init('SQLITE_3'),
      entities: [API],
      records: [
        ...Array.from({ length: 30 }, (_, id) => incident(id)),
        incident(100, { resolvedAt: undefined }),
        incident(101, { severity: 'P3' }),
        incident(102, { detectedAt: iso(NOW - 2_000), resolvedAt: iso(NOW) }),
      ],
    });
    await backend.run('sync-catalog');
    await backend.run('read-operations');
    await LearningReplay.create(backend).run({ now: NOW });
    details = await readAll();
  });

  afterAll(() => backend.stop());

  const of = (id: number) =>
    details.find(detail => detail.id === `incident:pagerduty:Q${id}`)!;

  it('closes the learning of some, and not of all', () => {
    const states = details.slice(0, 33).map(({ learning }) => learning.state);
    expect(new Set(states)).toEqual(
      new Set(['closed', 'late', 'not-asked', 'open']),
    );
  });

  it('publishes reviews, links changes, says that nothing is to change, and agrees on follow-ups', () => {
    expect(details.some(({ changes }) => changes.length > 0)).toBe(true);
    expect(details.some(({ review }) => review?.nothingToChange)).toBe(true);
    const followUps = details.flatMap(detail => detail.followUps);
    expect(followUps.some(({ closedAt }) => closedAt)).toBe(true);
    expect(followUps.some(({ closedAt }) => !closedAt)).toBe(true);
  });

  it('tells of some when the harm was over', () => {
    const states = details.map(
      ({ stages }) =>
        stages.find(({ stage }) => stage === 'mitigation')?.state ?? 'gone',
    );
    expect(states).toEqual(expect.arrayContaining(['known', 'unknown']));
  });

  it('leaves alone what is open, and what nobody has to learn from', () => {
    expect(of(100).review).toBeUndefined();
    expect(of(101).review).toBeUndefined();
    expect(of(102).review).toBeUndefined();
  });

  it('says nothing twice', async () => {
    await LearningReplay.create(backend).run({ now: NOW });
    const saidOf = ({ review, changes, followUps }: IncidentDetail) => ({
      review,
      changes,
      followUps,
    });
    expect((await readAll()).map(saidOf)).toEqual(details.map(saidOf));
  });
});
