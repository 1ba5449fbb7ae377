import { address } from '@fairlead/frontend-parts/testUtils';
import { screen, waitFor } from '@testing-library/react';
import { COMPONENT_REF, firing, runbook, runbookDetail } from '../__fixtures__';
import { renderRunbooks } from '../__testUtils__/renderRunbooks';
import { RunbooksApi } from '../api';

const PATH = `/for?alert=HighLatency&entity=${COMPONENT_REF}`;

function renderFor(path: string, changes: Partial<RunbooksApi>) {
  return renderRunbooks(path, {
    getRunbook: async () => runbookDetail(),
    getFiring: async () => ({ items: [firing()], totalItems: 1 }),
    listUses: async () => ({ items: [], totalItems: 0 }),
    ...changes,
  });
}

describe('permanent address', () => {
  it('leads to the runbook with the labels filled in, and leaves itself out of the history', async () => {
    const getRunbookFor = jest.fn(async () => ({
      alert: 'HighLatency',
      entityRef: COMPONENT_REF,
      runbook: runbook(),
      others: [],
      labels: firing().labels,
    }));
    renderFor(PATH, { getRunbookFor });
    await waitFor(() =>
      expect(address()).toBe(
        `/runbooks/high-latency?alert=HighLatency&entity=${COMPONENT_REF}`,
      ),
    );
    expect(
      await screen.findByText('checkout', { selector: 'mark' }),
    ).toBeVisible();
    expect(getRunbookFor).toHaveBeenCalledWith({
      alert: 'HighLatency',
      entity: COMPONENT_REF,
    });
  });

  it('says why there is none, what may help, and drafts one', async () => {
    renderFor(PATH, {
      getRunbookFor: async () => ({
        others: [{ id: 'other', title: 'Slow', from: 'link', resolves: 'bad' }],
        labels: {},
        reason: 'Its runbook_url answers 404. Correct the address.',
      }),
      getDraft: async () => ({
        files: [{ path: 'runbooks/high-latency.md', text: '# HighLatency' }],
        editUrl: 'https://github.com/acme/checkout-web/new/main',
      }),
    });
    expect(
      await screen.findByRole('heading', {
        name: /HighLatency.* has no runbook on/,
      }),
    ).toBeVisible();
    expect(
      screen.getByText('Its runbook_url answers 404. Correct the address.'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Slow' })).toHaveAttribute(
      'href',
      expect.stringContaining('/runbooks/other?'),
    );
    expect(await screen.findByText('# HighLatency')).toBeVisible();
    expect(
      screen.getByRole('button', { name: /Download .*high-latency\.md/ }),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: /Open a pull request/ }),
    ).toHaveAttribute('href', 'https://github.com/acme/checkout-web/new/main');
  });

  it('says how it is written where it names nothing', async () => {
    const getRunbookFor = jest.fn();
    renderFor('/for', { getRunbookFor });
    expect(await screen.findByText('Which alert?')).toBeVisible();
    expect(getRunbookFor).not.toHaveBeenCalled();
  });
});
