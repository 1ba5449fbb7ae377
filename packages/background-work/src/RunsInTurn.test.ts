import { mockServices } from '@backstage/backend-test-utils';
import { RunsInTurn, Turn } from './RunsInTurn';

/** Something that a test opens when it is time. */
function createGate() {
  let open = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

describe('RunsInTurn', () => {
  const logger = mockServices.logger.mock();

  beforeEach(() => jest.clearAllMocks());

  const createRuns = (work: (turn: Turn) => Promise<number>) =>
    RunsInTurn.create({ logger, failure: 'It waits', work });

  it('takes nudges before a run as one, and one during a run as another', async () => {
    const gate = createGate();
    const work = jest.fn(async () => {
      await gate.opened;
      return 1;
    });
    const runs = createRuns(work);
    const scheduled = runs.run();
    runs.nudge();
    runs.nudge();
    gate.open();
    await scheduled;
    expect(await runs.run()).toBe(1);
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('never has two at once', async () => {
    let running = 0;
    let most = 0;
    const runs = createRuns(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(resolve => setImmediate(resolve));
      running -= 1;
      return 0;
    });
    runs.nudge();
    await Promise.all([runs.run(), runs.run(), runs.run()]);
    expect(most).toBe(1);
  });

  it('logs what a nudged run throws, and throws what another one throws', async () => {
    const runs = createRuns(async ({ isNudged }) => {
      throw new Error(isNudged ? 'nudged' : 'scheduled');
    });
    runs.nudge();
    await expect(runs.run()).rejects.toThrow('scheduled');
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(logger.error).toHaveBeenCalledWith(
      'It waits',
      expect.objectContaining({ message: 'nudged' }),
    );
  });

  it('tells a run that its signal was aborted', async () => {
    const controller = new AbortController();
    const runs = createRuns(async ({ isOver }) => {
      controller.abort();
      return isOver() ? 7 : 0;
    });
    expect(await runs.run({ signal: controller.signal })).toBe(7);
  });

  it('pauses for nobody who asks for a run', async () => {
    const gate = createGate();
    const runs = RunsInTurn.create({
      logger,
      failure: 'It waits',
      gatherFor: 3_600_000,
      work: async ({ isNudged, pause }) => {
        if (isNudged) {
          gate.open();
          await pause(3_600_000);
        }
        return isNudged ? 0 : 1;
      },
    });
    runs.nudge();
    expect(await runs.run()).toBe(1);
    runs.nudge();
    const asked = runs.run();
    await gate.opened;
    expect(await Promise.all([asked, runs.run()])).toEqual([1, 1]);
  });

  it('ends a pause and the run when it stops', async () => {
    const gate = createGate();
    const seen: boolean[] = [];
    const runs = createRuns(async ({ isOver, pause }) => {
      seen.push(isOver());
      gate.open();
      await pause(3_600_000);
      seen.push(isOver());
      return 0;
    });
    runs.nudge();
    await gate.opened;
    await runs.stop();
    expect(seen).toEqual([false, true]);
  });
});
