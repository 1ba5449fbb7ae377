import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createPanels } from './createPanels';

const { Loaded } = createPanels(() => ({
  errorTitle: 'The bread could not be counted',
  retry: 'Count again',
  notAllowedTitle: 'You may not see the bread',
  notAllowed: 'Ask the baker.',
}));

const show = async (query: { data?: number; error?: Error }) => {
  const refetch = jest.fn();
  await renderInTestApp(
    <Loaded
      query={{ data: query.data, error: query.error ?? null, refetch }}
      skeleton="counting"
    >
      {data => `${data} loaves`}
    </Loaded>,
  );
  return refetch;
};

describe('a request', () => {
  it('shows a skeleton until it is answered', async () => {
    await show({});
    expect(screen.getByText('counting')).toHaveAttribute('aria-busy', 'true');
  });

  it('shows its answer, one of nothing too', async () => {
    await show({ data: 0 });
    expect(screen.getByText('0 loaves')).toBeVisible();
  });

  it('keeps an older answer when a newer request fails', async () => {
    await show({ data: 3, error: new Error('the oven is cold') });
    expect(screen.getByText('3 loaves')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('that fails says so in the words of its family, and can be made again', async () => {
    const refetch = await show({ error: new Error('the oven is cold') });
    expect(screen.getAllByRole('alert')[0]).toHaveTextContent(
      'The bread could not be counted',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Count again' }));
    expect(refetch).toHaveBeenCalledTimes(1);
  });

  it('that is refused says whom to ask, and offers no second try', async () => {
    await show({
      error: Object.assign(new Error('no'), { statusCode: 403 }),
    });
    expect(screen.getByText('You may not see the bread')).toBeVisible();
    expect(screen.getByText('Ask the baker.')).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
