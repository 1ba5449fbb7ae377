import { RunbookPage } from '@fairlead/backstage-plugin-runbooks-common';
import { address, fakeNow, refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { BROKEN, NEVER_VERIFIED, runbook } from '../__fixtures__';
import { renderRunbooks } from '../__testUtils__/renderRunbooks';
import { RunbooksQuery } from '../api';

beforeEach(fakeNow);
afterEach(() => jest.useRealTimers());

const SOME: RunbookPage = {
  items: [BROKEN, NEVER_VERIFIED, runbook()],
  totalItems: 3,
  failing: 1,
  totals: {
    resolves: { bad: 1, ok: 2 },
    complete: { unknown: 1, ok: 2 },
    actionable: { unknown: 1, ok: 2 },
    fresh: { unknown: 1, ok: 2 },
    drift: { unknown: 1, ok: 2 },
  },
};

const NOTHING: RunbookPage = { items: [], totalItems: 0, totals: {} };

function renderRegistry(
  answer: RunbookPage | Error | ((query: RunbooksQuery) => RunbookPage),
  path = '',
) {
  const listRunbooks = jest.fn(async (query: RunbooksQuery = {}) => {
    if (answer instanceof Error) {
      throw answer;
    }
    return typeof answer === 'function' ? answer(query) : answer;
  });
  return { ...renderRunbooks(path, { listRunbooks }), listRunbooks };
}

const row = (name: string) =>
  screen.getByRole('row', { name: new RegExp(name) });

describe('the registry', () => {
  it('says first how many runbooks would fail tonight, and of what', async () => {
    const { container } = renderRegistry(SOME);
    expect(
      await screen.findByText(/1 of 3 runbooks would fail you tonight/),
    ).toBeVisible();
    const troubles = screen.getByRole('list', { name: 'What is wrong' });
    expect(troubles).toHaveTextContent(/^1 leads nowhere$/);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says of each what is wrong, by whom it is owned and when it was verified', async () => {
    renderRegistry(SOME);
    await screen.findByRole('table', { name: 'Runbooks' });
    expect(row('Disk full')).toHaveTextContent('Not reachable');
    expect(row('Disk full')).toHaveTextContent('2 parts not known');
    expect(
      within(row('Disk full')).getByText('wiki.example.com'),
    ).toBeVisible();
    expect(row('High latency')).toHaveTextContent('Would hold tonight');
    expect(row('High latency')).toHaveTextContent('12 days ago');
    expect(row('Checkout database')).toHaveTextContent('Never verified');
    expect(row('Checkout database')).not.toHaveTextContent('Deployments since');
    expect(
      within(row('High latency')).getByRole('link', { name: 'High latency' }),
    ).toHaveAttribute('href', '/runbooks/high-latency');
  });

  it('leads from what is wrong to the runbooks of which that is so', async () => {
    const { listRunbooks } = renderRegistry(SOME);
    await userEvent.click(
      await screen.findByRole('button', { name: '1 leads nowhere' }),
    );
    expect(address()).toBe('/runbooks?part=resolves&state=bad');
    expect(listRunbooks).toHaveBeenLastCalledWith(
      expect.objectContaining({ part: 'resolves', state: 'bad' }),
    );
    expect(screen.getByLabelText('Health')).toHaveDisplayValue('Leads nowhere');
  });

  it('reads its filters out of the address, and leaves out what is none', async () => {
    const { listRunbooks } = renderRegistry(
      SOME,
      '?tier=critical&state=nonsense&owner=group:default/checkout&q=disk',
    );
    await screen.findByRole('table');
    expect(listRunbooks).toHaveBeenCalledWith({
      tier: 'critical',
      owner: 'group:default/checkout',
      q: 'disk',
      order: 'health',
      limit: 100,
      cursor: undefined,
    });
    expect(screen.getByLabelText('Tier')).toHaveDisplayValue('Critical');
  });

  it('offers the way out where nothing fits', async () => {
    renderRegistry(
      ({ tier }) => (tier ? { ...SOME, items: [], totalItems: 0 } : SOME),
      '?tier=high',
    );
    expect(await screen.findByText('Nothing fits these filters')).toBeVisible();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    expect(await screen.findByRole('table')).toBeVisible();
    expect(address()).toBe('/runbooks');
  });

  it('says where runbooks come from while there are none', async () => {
    renderRegistry(NOTHING);
    expect(await screen.findByText('No runbook is known yet')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'See alerts without a runbook' }),
    ).toHaveAttribute('href', '/runbooks/coverage');
  });

  it('reads a long list page by page', async () => {
    const page = (from: number): RunbookPage => ({
      ...SOME,
      items: Array.from({ length: 100 }, (_, index) =>
        runbook({ id: `r${from + index}`, title: `Runbook ${from + index}` }),
      ),
      totalItems: 2_000,
      nextCursor: String(from + 100),
    });
    const { listRunbooks } = renderRegistry(({ cursor }) =>
      page(Number(cursor ?? 0)),
    );
    expect(await screen.findByText('100 of 2,000')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('200 of 2,000')).toBeVisible();
    expect(listRunbooks).toHaveBeenCalledTimes(2);
  });

  it('explains a refusal', async () => {
    renderRegistry(await refusal(403));
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });

  it('tries again after an error', async () => {
    const listRunbooks = jest
      .fn(async () => SOME)
      .mockRejectedValueOnce(await refusal(500));
    renderRunbooks('', { listRunbooks });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    await waitFor(() => expect(screen.getByRole('table')).toBeVisible());
  });
});
