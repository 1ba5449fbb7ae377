import { createApiRef } from '@backstage/core-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { createQueryHooks } from './createQueryHooks';

interface Bakery {
  list(shelf: string): Promise<string>;
}

const bakeryApiRef = createApiRef<Bakery>({ id: 'test.bakery' });
const otherApiRef = createApiRef<Bakery>({ id: 'test.other-bakery' });

const { useApiQuery } = createQueryHooks(bakeryApiRef);
const { useApiQuery: useOtherQuery } = createQueryHooks(otherApiRef);

const Shelf = (props: { shelf: string; keepPrevious?: number }) => {
  const { shelf, keepPrevious } = props;
  const { data, error } = useApiQuery({
    queryKey: ['shelf', shelf],
    queryFn: api => api.list(shelf),
    keepPrevious,
  });
  return <output>{data ?? error?.message ?? 'nothing yet'}</output>;
};

const OtherShelf = (props: { shelf: string }) => {
  const { data } = useOtherQuery({
    queryKey: ['shelf', props.shelf],
    queryFn: api => api.list(props.shelf),
  });
  return <output>{data}</output>;
};

const Shelves = (props: { keepPrevious: number }) => {
  const [shelf, setShelf] = useState('upper');
  return (
    <>
      <button onClick={() => setShelf('lower')}>Lower</button>
      <Shelf shelf={shelf} keepPrevious={props.keepPrevious} />
    </>
  );
};

describe('what is read of an API', () => {
  it('is asked for once, however many show it', async () => {
    const list = jest.fn(async () => 'bread');
    await renderInTestApp(
      <>
        <Shelf shelf="upper" />
        <Shelf shelf="upper" />
      </>,
      { apis: [[bakeryApiRef, { list }]] },
    );
    expect(await screen.findAllByText('bread')).toHaveLength(2);
    expect(list).toHaveBeenCalledTimes(1);
  });

  it('is not shared with another API that has the same keys', async () => {
    await renderInTestApp(
      <>
        <Shelf shelf="upper" />
        <OtherShelf shelf="upper" />
      </>,
      {
        apis: [
          [bakeryApiRef, { list: async () => 'bread' }],
          [otherApiRef, { list: async () => 'cake' }],
        ],
      },
    );
    expect(await screen.findByText('bread')).toBeVisible();
    expect(await screen.findByText('cake')).toBeVisible();
  });

  it.each([
    ['stays while the next of its kind is loading', 1, 'bread'],
    ['does not stand in for another kind', 2, 'nothing yet'],
  ])('%s', async (_, keepPrevious, shown) => {
    await renderInTestApp(<Shelves keepPrevious={keepPrevious} />, {
      apis: [
        [
          bakeryApiRef,
          {
            list: async (shelf: string) =>
              shelf === 'upper' ? 'bread' : new Promise<string>(() => {}),
          },
        ],
      ],
    });
    expect(await screen.findByText('bread')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Lower' }));
    expect(screen.getByRole('status')).toHaveTextContent(shown);
  });

  it.each([
    [503, 2],
    [500, 1],
    [403, 1],
  ])('after status %d is asked for %d times', async (statusCode, times) => {
    const list = jest.fn(async () => {
      throw Object.assign(new Error('the oven is cold'), { statusCode });
    });
    await renderInTestApp(<Shelf shelf="upper" />, {
      apis: [[bakeryApiRef, { list }]],
    });
    expect(await screen.findByText('the oven is cold')).toBeVisible();
    expect(list).toHaveBeenCalledTimes(times);
  });
});
