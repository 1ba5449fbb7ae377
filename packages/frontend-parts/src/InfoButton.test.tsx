import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { InfoButton } from './InfoButton';

it('opens what a term means, and closes it by keyboard', async () => {
  await renderInTestApp(
    <InfoButton label="What rye is" title="Rye">
      A grass that bread is made of.
    </InfoButton>,
  );
  const button = screen.getByRole('button', { name: 'What rye is' });
  await userEvent.click(button);
  expect(screen.getByRole('dialog', { name: 'Rye' })).toHaveTextContent(
    'A grass that bread is made of.',
  );
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(button).toHaveFocus());
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});
