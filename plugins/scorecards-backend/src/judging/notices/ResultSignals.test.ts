import { mockServices } from '@backstage/backend-test-utils';
import { ResultSignals } from './ResultSignals';

describe('ResultSignals', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function start() {
    const publish = jest.fn(async (_: unknown) => {});
    const signals = ResultSignals.create({
      logger: mockServices.logger.mock(),
      signals: { publish },
    });
    return {
      publish,
      signals,
      later() {
        jest.advanceTimersByTime(1_000);
        return publish.mock.calls.map(([{ message }]: any) => message);
      },
    };
  }

  it('gathers a burst into one signal to everybody, of opaque uids', () => {
    const { later, publish, signals } = start();
    signals.changed(['a', 'b']);
    signals.changed(['b', 'c']);
    expect(publish).not.toHaveBeenCalled();
    expect(later()).toEqual([{ entityUids: ['a', 'b', 'c'] }]);
    expect(publish).toHaveBeenCalledWith({
      recipients: { type: 'broadcast' },
      channel: 'scorecards:results',
      message: expect.anything(),
    });
    signals.changed(['d']);
    expect(later()).toEqual([expect.anything(), { entityUids: ['d'] }]);
  });

  it('names none of very many, and says nothing where nothing changed', () => {
    const { later, signals } = start();
    signals.changed([]);
    expect(later()).toEqual([]);
    signals.changed(Array.from({ length: 5_000 }, (_, index) => `${index}`));
    expect(later()).toEqual([{ entityUids: null }]);
  });

  it('goes on where nobody takes signals', () => {
    const { later, publish, signals } = start();
    publish.mockRejectedValue(new Error('No such plugin'));
    signals.changed(['a']);
    later();
    signals.changed(['a']);
    expect(later()).toHaveLength(2);
  });
});
