import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { breakDatabase, Trouble } from './__testUtils__/breakDatabase';
import { doors } from './__testUtils__/doors';
import { BusMode, startIntake } from './__testUtils__/startIntake';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const MODES: BusMode[] = ['never', 'auto', 'always'];

interface Case {
  name: string;
  delivery: Knex;
  events: Knex;
  intake: Awaited<ReturnType<typeof startIntake>>;
}

/** Of every sort of trouble, once with all databases and once with delivery's alone. */
const TROUBLES = (
  ['refused', 'stopped', 'full', 'all connections taken'] as Trouble[]
).flatMap(trouble => [
  [trouble, 'every database'] as const,
  [trouble, 'the database of delivery'] as const,
]);

// Everything at once: a door that cannot store tries again for two seconds before it says so.
describe('what is sent, with every database and event bus', () => {
  const cases: Case[] = [];

  const everywhere = (check: (one: Case) => Promise<void>) =>
    Promise.all(
      cases.map(one =>
        check(one).catch(error => {
          throw new Error(`Not so with ${one.name}`, { cause: error });
        }),
      ),
    );

  const sendAll = ({ intake }: Case) =>
    Promise.all(doors.map(door => intake.send(door)));

  beforeAll(async () => {
    for (const [id] of databases.eachSupportedId()) {
      for (const useEventBus of MODES) {
        const delivery = await databases.init(id);
        const events = await databases.init(id);
        const intake = await startIntake({ delivery, events, useEventBus });
        const name = `${id}, event bus: ${useEventBus}`;
        cases.push({ name, delivery, events, intake });
      }
    }
  });

  beforeEach(() =>
    everywhere(({ delivery }) => delivery('deliveries').delete()),
  );

  it('is stored once, whatever its door', () =>
    everywhere(async one => {
      const answers = await sendAll(one);
      expect(answers.map(({ status }) => status)).toEqual(doors.map(() => 202));
      expect(await one.intake.stored()).toEqual(
        doors.map(({ name }) => name).sort(),
      );
    }));

  it.each(TROUBLES)('is never taken and lost: %s, %s', (trouble, where) =>
    everywhere(async one => {
      const { delivery, events, intake } = one;
      const broken =
        where === 'every database' ? [delivery, events] : [delivery];
      const mend = broken.map(knex => breakDatabase(knex, trouble));
      const refused = await sendAll(one);
      const readiness = await intake.readiness();
      mend.forEach(mendOne => mendOne());
      for (const [index, { status, headers, text }] of refused.entries()) {
        expect([doors[index].name, status]).toEqual([doors[index].name, 503]);
        expect(Number(headers['retry-after'])).toBeGreaterThan(0);
        expect(text).not.toMatch(/insert|payload/);
      }
      // A full disk answers what it is asked.
      expect(readiness).toBe(trouble === 'full' ? 200 : 503);
      expect(await intake.stored()).toEqual([]);

      const taken = await sendAll(one);
      expect(taken.map(({ status }) => status)).toEqual(doors.map(() => 202));
      expect(await intake.readiness()).toBe(200);
      expect(await intake.stored()).toEqual(
        doors.map(({ name }) => name).sort(),
      );
    }),
  );

  it('does not keep a backend from ending', () =>
    everywhere(async ({ intake }) => {
      await intake.stop();
      expect(await intake.readiness()).toBe(503);
    }));
});
