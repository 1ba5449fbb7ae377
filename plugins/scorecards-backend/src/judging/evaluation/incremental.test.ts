import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import fc from 'fast-check';
import { component, scorecard, TEAM } from '../../__testUtils__/entities';
import {
  DAY,
  HOUR,
  NOON,
  startServices,
} from '../../__testUtils__/startServices';
import { TestCatalog } from '../../__testUtils__/TestCatalog';

/*
 * Whatever happens, in whatever order: judging only what is due ends in the same stored results as judging everything
 * from nothing would.
 */

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(300_000);

const NAMES = ['ferry', 'tug', 'barge'];
const FACTS = ['leaks', 'barnacles', 'dents'];
const member = (name: string) => ({
  ref: `user:default/${name}`,
  ownershipRefs: [TEAM],
  principal: 'user' as const,
});

type Services = Awaited<ReturnType<typeof startServices>>;

const name = fc.constantFrom(...NAMES);

const definition = fc.record({
  appliesTo: fc.constantFrom(
    { kind: 'Component' },
    { 'spec.lifecycle': 'production' },
  ),
  checks: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom(...FACTS),
      level: fc.constantFrom('bronze', 'silver', 'gold'),
      weight: fc.integer({ min: 1, max: 3 }),
      maxAge: fc.option(fc.constantFrom('3h', '12h'), { nil: undefined }),
      from: fc.option(fc.constant(new Date(NOON + DAY).toISOString()), {
        nil: undefined,
      }),
    }),
    { selector: check => check.id, minLength: 1 },
  ),
});

const step = fc.oneof(
  fc.record({
    type: fc.constant('fact' as const),
    name,
    fact: fc.constantFrom(...FACTS),
    value: fc.integer({ min: 0, max: 20 }),
    ago: fc.constantFrom(0, HOUR, 2 * DAY),
  }),
  fc.record({
    type: fc.constant('entity' as const),
    name,
    lifecycle: fc.constantFrom('production', 'experimental'),
  }),
  fc.record({ type: fc.constant('removal' as const), name }),
  fc.record({ type: fc.constant('definition' as const), definition }),
  fc.record({
    type: fc.constant('waiver' as const),
    name,
    fact: fc.constantFrom(...FACTS),
    for: fc.constantFrom(HOUR, 2 * DAY),
  }),
  fc.record({
    type: fc.constant('clock' as const),
    by: fc.constantFrom(1, HOUR, 4 * HOUR, DAY),
  }),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(services: Services, one: Step) {
  const { catalog, clock, send, waiverService } = services;
  switch (one.type) {
    case 'fact':
      await send(
        `component:default/${one.name}`,
        { [one.fact]: one.value },
        clock.now - one.ago,
      );
      break;
    case 'entity': {
      const item = component(one.name);
      catalog.put({
        ...item,
        spec: { ...item.spec, lifecycle: one.lifecycle },
      });
      break;
    }
    case 'removal':
      catalog.remove(`component:default/${one.name}`);
      break;
    case 'definition':
      catalog.put(scorecard(one.definition));
      break;
    case 'waiver':
      await waiverService
        .request({
          scorecardRef: 'scorecard:default/seaworthy',
          checkId: one.fact,
          entityRef: `component:default/${one.name}`,
          reason: 'In dry dock',
          expiresAt: new Date(clock.now + one.for).toISOString(),
          actor: member('mira'),
        })
        .then(({ id }) =>
          waiverService.decide({
            id,
            decision: 'approve',
            actor: member('ole'),
          }),
        )
        // Of what cannot be waived nothing is stored either.
        .catch(() => {});
      break;
    default:
      clock.now += one.by;
  }
  await services.catchUp();
}

/** What readers see, without the times at which it came to be stored. */
async function readResults(knex: Knex) {
  const rows = await knex('results')
    .select(
      'scorecard_ref',
      'entity_ref',
      'version',
      'level',
      'score',
      'statuses',
      'digest',
      'next',
    )
    .orderBy(['scorecard_ref', 'entity_ref']);
  return rows;
}

describe.each(databases.eachSupportedId())('incremental evaluation, %s', id => {
  it('ends where an evaluation from nothing ends', async () => {
    const knex = await databases.init(id);
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 15 }),
        async steps => {
          const services = await startServices({
            catalog: new TestCatalog([
              ...NAMES.map(n => component(n)),
              scorecard(),
            ]),
            knex,
          });
          await services.catchUp();
          for (const one of steps) {
            await take(services, one);
          }
          const incremental = await readResults(knex);

          await knex('results').delete();
          await knex('entities').update({ evaluate_at: services.clock.now });
          await services.evaluator.run();
          expect(incremental).toEqual(await readResults(knex));

          for (const table of [
            'decisions',
            'waivers',
            'scorecards',
            'scorecard_versions',
            'entities',
          ]) {
            await knex(table).delete();
          }
        },
      ),
      { numRuns: id === 'SQLITE_3' ? 60 : 15 },
    );
  });
});
