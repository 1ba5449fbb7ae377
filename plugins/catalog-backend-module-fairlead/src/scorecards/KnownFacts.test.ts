import { mockServices } from '@backstage/backend-test-utils';
import { KnownFact } from '@fairlead/backstage-plugin-scorecards-common';
import { ServiceKnownFacts } from './KnownFacts';

const FACT: KnownFact = { id: 'a.b', sources: ['test'], declared: true };

function createKnownFacts(answers: (() => KnownFact[])[]) {
  const clock = { now: 0 };
  const logger = mockServices.logger.mock();
  const listFacts = jest.fn(async () => answers.shift()!());
  const facts = new ServiceKnownFacts({
    scorecards: {
      listFacts,
      putFacts: jest.fn(),
      checkGate: jest.fn(),
      readFacts: jest.fn(),
    },
    logger,
    now: () => clock.now,
  });
  return { clock, facts, listFacts, logger };
}

const unreachable = () => {
  throw new Error('connect ECONNREFUSED');
};

describe('ServiceKnownFacts', () => {
  it('asks once a minute, also when many ask at once', async () => {
    const { clock, facts, listFacts } = createKnownFacts([
      () => [FACT],
      () => [FACT, { ...FACT, id: 'a.c' }],
    ]);
    await Promise.all([facts.get(), facts.get(), facts.get()]);
    clock.now = 59_999;
    expect([...(await facts.get())!.keys()]).toEqual(['a.b']);
    expect(listFacts).toHaveBeenCalledTimes(1);

    clock.now = 60_000;
    expect([...(await facts.get())!.keys()]).toEqual(['a.b', 'a.c']);
    expect(listFacts).toHaveBeenCalledTimes(2);
  });

  it('knows nothing while no source has registered', async () => {
    const { facts } = createKnownFacts([() => []]);
    expect(await facts.get()).toBeUndefined();
  });

  it('says once that the backend cannot be reached, and again after it was', async () => {
    const { clock, facts, logger } = createKnownFacts([
      unreachable,
      unreachable,
      () => [FACT],
      unreachable,
    ]);
    const logged: number[] = [];
    for (let minute = 0; minute < 4; minute += 1) {
      clock.now = minute * 60_000;
      await facts.get();
      logged.push(logger.info.mock.calls.length);
    }
    expect(logged).toEqual([1, 1, 1, 2]);
    expect(logger.info).toHaveBeenCalledWith(
      'The scorecards backend cannot be asked for its facts, scorecards are validated without them: Error: connect ECONNREFUSED',
    );
  });
});
