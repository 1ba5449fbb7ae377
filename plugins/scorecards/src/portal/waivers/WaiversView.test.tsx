import { Waiver } from '@fairlead/backstage-plugin-scorecards-common';
import { refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { WAITING_WAIVER } from '../../__fixtures__';
import { ScorecardsApi } from '../../api';
import { renderPortal } from '../__testUtils__/renderPortal';

const IN_FORCE: Waiver = {
  ...WAITING_WAIVER,
  id: 'w-1',
  state: 'approved',
  reason: 'The new rota comes in December.',
};

function show(
  waivers: Waiver[],
  options: { search?: string; api?: Partial<ScorecardsApi> } = {},
) {
  const listWaivers = jest.fn(async () => ({
    items: waivers,
    totalItems: waivers.length,
  }));
  const page = renderPortal(`/waivers${options.search ?? ''}`, {
    api: { listWaivers, ...options.api },
  });
  return { listWaivers, page };
}

describe('the list of waivers', () => {
  it('says of each who has approved and who is missing, by name', async () => {
    show([WAITING_WAIVER]);
    expect(await screen.findByText('1 waiver, newest first')).toBeVisible();
    const list = screen.getByRole('list', { name: 'Waivers' });
    const [owner, scorecardOwner] = within(
      within(list).getByText(/Owner of the entity/).parentElement!,
    ).getAllByRole('listitem');
    expect(owner).toHaveTextContent('approved by ada');
    expect(scorecardOwner).toHaveTextContent('platform has not decided yet');
    expect(
      within(list).getByRole('link', { name: 'checkout-web' }),
    ).toHaveAttribute('href', expect.stringContaining('fast-builds'));
  });

  it('is narrowed by what stands in its address, and cleared', async () => {
    const { listWaivers } = show([], {
      search: '?entity=checkout-web&missing=scorecard-owner&inForce=no',
    });
    expect(
      await screen.findByText('No waiver matches these filters'),
    ).toBeVisible();
    expect(listWaivers).toHaveBeenLastCalledWith(
      expect.objectContaining({
        entityRef: 'component:default/checkout-web',
        missing: 'scorecard-owner',
        inEffect: false,
        limit: 50,
      }),
    );
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    expect(await screen.findByText('No waivers yet')).toBeVisible();
  });

  it('lets a waiver in force be revoked with a reason, by keyboard', async () => {
    const decideWaiver = jest.fn(async () => IN_FORCE);
    show([IN_FORCE], { api: { decideWaiver } });
    (await screen.findByRole('button', { name: 'Revoke' })).focus();
    await userEvent.keyboard('{Enter}');
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.tab();
    expect(dialog.getByRole('textbox')).toHaveFocus();
    await userEvent.keyboard('Sold');
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke' }));
    await waitFor(() =>
      expect(decideWaiver).toHaveBeenCalledWith('w-1', {
        decision: 'revoke',
        reason: 'Sold',
      }),
    );
  });

  it('lets a waiver in force be renewed by a new request', async () => {
    const requestWaiver = jest.fn(async () => WAITING_WAIVER);
    show([IN_FORCE], { api: { requestWaiver } });
    await userEvent.click(await screen.findByRole('button', { name: 'Renew' }));
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Send' }));
    await waitFor(() =>
      expect(requestWaiver).toHaveBeenCalledWith(
        expect.objectContaining({ renews: 'w-1', reason: IN_FORCE.reason }),
      ),
    );
  });

  it('shows the log of a waiver to whoever opens it, and has no accessibility violations', async () => {
    const getWaiver = jest.fn(async () => ({
      ...IN_FORCE,
      decisions: [
        {
          move: 'ask',
          side: null,
          actor: 'user:default/ada',
          principal: 'agent' as const,
          reason: IN_FORCE.reason,
          at: IN_FORCE.requestedAt,
        },
        {
          move: 'approve',
          side: 'scorecard-owner',
          actor: 'user:default/grace',
          principal: 'user' as const,
          reason: null,
          at: IN_FORCE.requestedAt,
        },
      ],
    }));
    const { container } = show([IN_FORCE], { api: { getWaiver } }).page;
    await userEvent.click(
      await screen.findByRole('button', { name: 'History' }),
    );
    const asked = await screen.findByText(/through software/);
    expect(asked).toHaveTextContent(
      'asked for by ada (through software): The new rota comes in December.',
    );
    expect(
      screen.getByText(/for the owner of the scorecard/),
    ).toHaveTextContent('approved by grace (for the owner of the scorecard)');
    const rules = { 'heading-order': { enabled: false } };
    expect(await axe(container, { rules })).toHaveNoViolations();
  });

  it('says in words that permission lacks', async () => {
    show([], {
      api: {
        listWaivers: async () => {
          throw await refusal(403);
        },
      },
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});
