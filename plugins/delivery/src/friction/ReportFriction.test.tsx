import { renderInTestApp } from '@backstage/frontend-test-utils';
import { refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { COMPONENT } from '../__fixtures__';
import { mockDeliveryApi } from '../__testUtils__/mockDeliveryApi';
import { ReportFriction } from './ReportFriction';

async function openDialog(reportFriction = jest.fn(async () => ({}))) {
  const api = mockDeliveryApi({ reportFriction: reportFriction as never });
  await renderInTestApp(<ReportFriction entity={COMPONENT} />, {
    apis: [api],
  });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Report friction' }),
  );
  return api;
}

const send = () =>
  userEvent.click(screen.getByRole('button', { name: 'Send' }));

describe('a report of friction', () => {
  it('takes one choice and a button', async () => {
    const api = await openDialog();
    await userEvent.click(screen.getByRole('radio', { name: /^Waiting/ }));
    await send();
    expect(api.reportFriction).toHaveBeenCalledWith(
      'component:default/checkout-web',
      { kind: 'waiting', minutes: 60 },
    );
    // It fades in, so it is there before it can be seen.
    expect(await screen.findByText(/Thank you/)).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('takes time and a note by keyboard', async () => {
    const api = await openDialog();
    screen.getByRole('radio', { name: /^Poor tooling/ }).focus();
    await userEvent.keyboard(' ');
    await userEvent.click(screen.getByRole('radio', { name: 'Other' }));
    const minutes = screen.getByRole('spinbutton', { name: 'Minutes' });
    await userEvent.clear(minutes);
    await userEvent.type(minutes, '25');
    await userEvent.type(
      screen.getByRole('textbox', { name: /Note/ }),
      'No seed data{Tab}',
    );
    await send();
    expect(api.reportFriction).toHaveBeenCalledWith(
      'component:default/checkout-web',
      { kind: 'poor-tooling', minutes: 25, note: 'No seed data' },
    );
  });

  it('sends nothing without a kind or with an impossible time, and says what is missing', async () => {
    const api = await openDialog();
    await userEvent.click(screen.getByRole('radio', { name: 'Other' }));
    await userEvent.clear(screen.getByRole('spinbutton', { name: 'Minutes' }));
    await send();
    expect(await screen.findByText('Choose what it was')).toBeVisible();
    expect(screen.getByText('Between 1 and 2,400 minutes')).toBeVisible();
    expect(api.reportFriction).not.toHaveBeenCalled();
  });

  it('keeps what was written when it could not be sent', async () => {
    const error = await refusal(500);
    await openDialog(jest.fn().mockRejectedValue(error));
    await userEvent.click(screen.getByRole('radio', { name: /^Waiting/ }));
    await userEvent.type(
      screen.getByRole('textbox', { name: /Note/ }),
      'An hour',
    );
    await send();
    expect(await screen.findByText(/^The report was not sent/)).toBeVisible();
    expect(screen.getByRole('textbox', { name: /Note/ })).toHaveValue(
      'An hour',
    );
  });

  it('says that no name is shown, and has no accessibility violations', async () => {
    await openDialog();
    expect(screen.getByText(/Your name is never shown/)).toBeVisible();
    expect(await axe(screen.getByRole('dialog'))).toHaveNoViolations();
  });
});
