import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FormDialog } from './FormDialog';

async function show(isDisabled: boolean) {
  const onSend = jest.fn();
  const onClose = jest.fn();
  await renderInTestApp(
    <FormDialog
      titleId="bread"
      title="Which bread?"
      cancel="None"
      send="Order"
      isDisabled={isDisabled}
      onClose={onClose}
      onSend={onSend}
    >
      <input aria-labelledby="bread" />
    </FormDialog>,
  );
  return { onClose, onSend };
}

describe('a dialog with a form', () => {
  it('sends on Enter in a field, and stays on its page', async () => {
    const { onClose, onSend } = await show(false);
    expect(screen.getByRole('dialog', { name: 'Which bread?' })).toBeVisible();
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Which bread?' }),
      '{Enter}',
    );
    expect(onSend).toHaveBeenCalledTimes(1);
    expect(onClose).not.toHaveBeenCalled();
  });

  it('sends nothing while it cannot, and can be left', async () => {
    const { onClose, onSend } = await show(true);
    expect(screen.getByRole('button', { name: 'Order' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'None' }));
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(onSend).not.toHaveBeenCalled();
  });
});
