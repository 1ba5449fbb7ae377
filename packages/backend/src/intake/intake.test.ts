import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { breakDatabase, Trouble } from './__testUtils__/breakDatabase';
import { doors } from './__testUtils__/doors';
import { BusMode, startIntake } from './__testUtils__/startIntake';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const MODES: BusMode[] = ['never', 'auto', 'always'];

const CASES = databases
  .eachSupportedId()
  .flatMap(([id]) => MODES.map(mode => [id, mode] as const));

/** Of every sort of trouble, once with all databases and once with delivery's alone. */
const TROUBLES = (
  ['refused', 'stopped', 'full', 'all connections taken'] as Trouble[]
).flatMap(trouble => [
  [trouble, 'every database'] as const,
  [trouble, 'the database of delivery'] as const,
]);

describe.each(CASES)('what is sent (%s, event bus: %s)', (id, useEventBus) => {
  let delivery: Knex;
  let events: Knex;
  let intake: Awaited<ReturnType<typeof startIntake>>;

  const sendAll = () => Promise.all(doors.map(door => intake.send(door)));

  beforeAll(async () => {
    delivery = await databases.init(id);
    events = await databases.init(id);
    intake = await startIntake({ delivery, events, useEventBus });
  });

  beforeEach(() => delivery('deliveries').delete());

  it('is stored once, whatever its door', async () => {
    const answers = await sendAll();
    expect(answers.map(({ status }) => status)).toEqual(doors.map(() => 202));
    expect(await intake.stored()).toEqual(doors.map(({ name }) => name).sort());
  });

  it.each(TROUBLES)(
    'is never taken and lost: %s, %s',
    async (trouble, where) => {
      const broken =
        where === 'every database' ? [delivery, events] : [delivery];
      const mend = broken.map(knex => breakDatabase(knex, trouble));
      const refused = await sendAll();
      const readiness = await intake.readiness();
      mend.forEach(one => one());
      for (const [index, { status, headers, text }] of refused.entries()) {
        expect([doors[index].name, status]).toEqual([doors[index].name, 503]);
        expect(Number(headers['retry-after'])).toBeGreaterThan(0);
        expect(text).not.toMatch(/insert|payload/);
      }
      // A full disk answers what it is asked.
      expect(readiness).toBe(trouble === 'full' ? 200 : 503);
      expect(await intake.stored()).toEqual([]);

      const taken = await sendAll();
      expect(taken.map(({ status }) => status)).toEqual(doors.map(() => 202));
      expect(await intake.readiness()).toBe(200);
      expect(await intake.stored()).toEqual(
        doors.map(({ name }) => name).sort(),
      );
    },
  );

  it('does not keep a backend from ending', async () => {
    await intake.stop();
    expect(await intake.readiness()).toBe(503);
  });
});
