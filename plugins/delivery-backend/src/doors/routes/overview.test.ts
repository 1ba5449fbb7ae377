import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  MeasureView,
  OverviewResponse,
  TeamOverview,
} from '@fairlead/backstage-plugin-delivery-common';
import { entities } from '../../__testUtils__/entities';
import { fakeClock } from '../../__testUtils__/fakeClock';
import { startDelivery } from '../../__testUtils__/startDelivery';
import {
  change,
  daysAgo,
  deployment,
  incident,
  startMeasured,
} from './__testUtils__/startMeasured';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** With a team below a team. */
const nested: Entity[] = [
  ...entities,
  {
    ...entities[1],
    metadata: { name: 'cards', namespace: 'default', uid: 'uid-cards' },
    relations: [{ type: 'childOf', targetRef: 'group:default/payments' }],
  },
  {
    ...entities[4],
    metadata: {
      ...entities[4].metadata,
      name: 'cards',
      uid: 'uid-cards-service',
      annotations: { 'github.com/project-slug': 'acme/cards' },
    },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/cards' }],
  },
];

describe.each(databases.eachSupportedId())('overview (%s)', id => {
  afterEach(() => jest.useRealTimers());

  it.each(['then', 'now'])(
    'tells of every group what its own page tells, in the view of %s',
    async view => {
      fakeClock(new Date().toISOString());
      const portal = await startMeasured({
        db: await databases.init(id),
        entities: nested,
      });
      await portal.deliver([
        change('acme/cards', 1, daysAgo(20)),
        deployment('acme/cards', 1, daysAgo(20, 2)),
        change('acme/cards', 2, daysAgo(10)),
        deployment('acme/cards', 2, daysAgo(10, 5)),
        incident('acme/cards', 'P1', daysAgo(10, 6)),
      ]);
      await portal.catchUp();
      await portal
        .db('ownerships')
        .where({ owner_ref: 'group:default/discovery' })
        .update({ from: daysAgo(30) });
      await portal.db('ownerships').insert({
        entity_ref: 'component:default/search',
        owner_ref: 'group:default/cards',
        from: 0,
        to: daysAgo(30),
      });

      const { body }: { body: OverviewResponse } = await portal
        .get(`/overview?view=${view}`)
        .expect(200);
      const names = body.teams.map(({ entityRef }) => entityRef).sort();
      expect(names).toEqual([
        'group:default/cards',
        'group:default/discovery',
        'group:default/engineering',
        'group:default/payments',
      ]);
      for (const { entityRef, ...team } of body.teams) {
        const page = await portal
          .get(`/entities/${entityRef.replace(':', '/')}/measures?view=${view}`)
          .expect(200);
        const told = (
          all: (MeasureView | TeamOverview['measures'][number])[],
        ) =>
          all
            .filter(measure => team.measures.some(m => m.id === measure.id))
            .map(({ id: measure, state, n, value }) => [
              measure,
              state,
              n,
              value,
            ])
            .sort();
        expect([entityRef, told(team.measures)]).toEqual([
          entityRef,
          told(page.body.measures),
        ]);
        expect(team.entities).toBe(page.body.coverage.entities);
        expect(team.wait?.kind).toBe(page.body.sentence?.kind);
      }
      const { n } = body.teams
        .find(({ entityRef }) => entityRef === 'group:default/engineering')!
        .measures.find(measure => measure.id === 'deploymentFrequency')!;
      expect(n).toBe(42);
    },
  );

  it('answers within a minute of the first deliveries, and of those that follow', async () => {
    fakeClock('2026-11-20T12:00:00Z');
    const portal = await startDelivery({ db: await databases.init(id) });
    const deployments = async () => {
      const { body } = await portal.get('/overview').expect(200);
      return body.measures.find(
        (measure: MeasureView) => measure.id === 'deploymentFrequency',
      ).n;
    };
    const deploy = async (number: number) => {
      await portal.deliver([deployment('acme/checkout', number, daysAgo(1))]);
      await portal.normalise();
      jest.setSystemTime(Date.now() + 20_000);
      await portal.run('measure');
    };
    await portal.run('sync-catalog');
    await portal.run('refresh-overview');
    expect(await deployments()).toBe(0);

    await deploy(1);
    expect(await deployments()).toBe(1);

    await deploy(2);
    jest.setSystemTime(Date.now() + 30_000);
    await portal.run('refresh-overview');
    expect(await deployments()).toBe(2);
  });

  it('is made anew in the configured interval once much was measured', async () => {
    fakeClock(new Date().toISOString());
    const db = await databases.init(id);
    const portal = await startMeasured({ db });
    await db('measured_entities').increment('revision', 5_000);
    await db('feed_positions').increment('last', 5_000);
    const deployments = async () => {
      const { body } = await portal.get('/overview').expect(200);
      return body.measures.find(
        (measure: MeasureView) => measure.id === 'deploymentFrequency',
      ).n;
    };
    const after = async (minutes: number) => {
      jest.setSystemTime(Date.now() + minutes * 60_000);
      await portal.run('refresh-overview');
      return deployments();
    };
    expect(await deployments()).toBe(40);
    await portal.deliver([deployment('acme/checkout', 101, daysAgo(1))]);
    await portal.catchUp();
    expect(await after(9)).toBe(40);
    expect(await after(1)).toBe(41);
  });
});
