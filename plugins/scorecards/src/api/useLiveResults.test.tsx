import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { ResultsSignal } from '@fairlead/backstage-plugin-scorecards-common';
import { act, render } from '@testing-library/react';
import { mockScorecardsApi } from '../__testUtils__/mockScorecardsApi';
import { useEntityScorecards, useOwnerScorecards } from './queries';

const ENTITY = 'component:default/ferry';
const TEAM = 'group:default/crew';

function Card() {
  useEntityScorecards(ENTITY, { entityUid: 'ferry' });
  return null;
}

function TeamCard() {
  useOwnerScorecards(TEAM);
  return null;
}

const wait = (ms: number) =>
  act(async () => {
    await jest.advanceTimersByTimeAsync(ms);
  });

describe('open pages', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  async function open(page: JSX.Element, options: { signals?: boolean } = {}) {
    const read = jest.fn(async () => ({} as any));
    const heard = new Set<(message: ResultsSignal) => void>();
    render(
      <TestApiProvider
        apis={[
          mockScorecardsApi({
            getEntityScorecards: read,
            getOwnerScorecards: read,
          }),
          ...(options.signals === false
            ? []
            : [
                [
                  signalApiRef,
                  {
                    subscribe: (_: string, listener: any) => {
                      heard.add(listener);
                      return { unsubscribe: () => heard.delete(listener) };
                    },
                  },
                ] as const,
              ]),
        ]}
      >
        {page}
      </TestApiProvider>,
    );
    await wait(0);
    return {
      read,
      tell: (entityUids: string[] | null) =>
        act(() => heard.forEach(listener => listener({ entityUids }))),
    };
  }

  it('read once what a burst of signals tells of, for all that show it', async () => {
    const { read, tell } = await open(
      <>
        <Card />
        <Card />
      </>,
    );
    expect(read).toHaveBeenCalledTimes(1);
    tell(['ferry']);
    tell(['tug', 'ferry']);
    tell(null);
    await wait(3_000);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('pass over what tells of other entities', async () => {
    const { read, tell } = await open(<Card />);
    tell(['tug']);
    await wait(10_000);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('read sums anew at most every half minute', async () => {
    const { read, tell } = await open(<TeamCard />);
    tell(['tug']);
    await wait(25_000);
    tell(['ferry']);
    expect(read).toHaveBeenCalledTimes(1);
    await wait(5_000);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('ask again now and then without signals, and seldom with them', async () => {
    const { read } = await open(<Card />, { signals: false });
    await wait(60_000);
    expect(read).toHaveBeenCalledTimes(2);

    const others = await open(<Card />);
    await wait(240_000);
    expect(others.read).toHaveBeenCalledTimes(1);
    await wait(60_000);
    expect(others.read).toHaveBeenCalledTimes(2);
  });
});
