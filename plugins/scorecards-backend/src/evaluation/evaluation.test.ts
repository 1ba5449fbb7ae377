import { TestDatabases } from '@backstage/backend-test-utils';
import {
  component,
  COMPONENT,
  scorecard,
  SCORECARD,
  team,
} from '../__testUtils__/entities';
import { DAY, startServices } from '../__testUtils__/startServices';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('evaluation, %s', id => {
  async function start(options?: Partial<Parameters<typeof startServices>[0]>) {
    return startServices({
      knex: await databases.init(id),
      entities: [component(), team(), scorecard()],
      ...options,
    });
  }

  it('judges an entity of the catalog, and again when a fact of it changed', async () => {
    const { catchUp, evaluator, results, send, transitions } = await start();

    await catchUp();
    expect(await results()).toEqual([
      {
        scorecardRef: SCORECARD,
        entityRef: COMPONENT,
        level: null,
        statuses: ['no-data'],
        version: 1,
      },
    ]);

    await send(COMPONENT, { leaks: 3 });
    await evaluator.run();
    expect(await results()).toMatchObject([
      { level: 'gold', statuses: ['pass'] },
    ]);
    expect(await transitions()).toMatchObject([
      { checkId: null, from: null, to: null, cause: 'entity' },
      { checkId: null, from: null, to: 'gold', cause: 'facts' },
      { checkId: 'leaks', from: 'no-data', to: 'pass', cause: 'facts' },
    ]);
  });

  it('turns a result when the clock does', async () => {
    const { catchUp, clock, evaluator, results, send, transitions } =
      await start();
    await catchUp();
    await send(COMPONENT, { leaks: 3 });
    await evaluator.run();

    clock.now += DAY - 1;
    expect(await evaluator.run()).toBe(0);
    clock.now += 1;
    expect(await evaluator.run()).toBe(1);
    expect(await results()).toMatchObject([
      { level: null, statuses: ['stale'] },
    ]);
    expect((await transitions()).slice(3)).toMatchObject([
      { checkId: null, from: 'gold', to: null, cause: 'clock' },
      { checkId: 'leaks', from: 'pass', to: 'stale', cause: 'clock' },
    ]);
  });
});
