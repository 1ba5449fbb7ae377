import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { RunbookSummary } from '@fairlead/backstage-plugin-runbooks-common';
import { screen } from '@testing-library/react';
import { NEVER_VERIFIED, runbook, RUNBOOK_ENTITY } from '../__fixtures__';
import { mockRunbooksApi } from '../__testUtils__/mockRunbooksApi';
import { runbookCard } from '../extensions/entityCards';
import { runbooksPage } from '../extensions/pages';

function renderCard(items: RunbookSummary[]) {
  const api = mockRunbooksApi({
    listRunbooks: jest.fn(async () => ({
      items,
      totalItems: items.length,
      totals: {},
    })),
  });
  renderTestApp({
    apis: [api, mockApis.permission()],
    extensions: [
      createTestEntityPage({ entity: RUNBOOK_ENTITY }),
      runbookCard,
      runbooksPage,
    ],
  });
  return api;
}

describe('card of a runbook', () => {
  it('tells its health and opens its text', async () => {
    const api = renderCard([NEVER_VERIFIED, runbook()]);
    expect(
      await screen.findByRole('button', { name: 'Open the runbook' }),
    ).toHaveAttribute('href', '/runbooks/high-latency');
    expect(screen.getByText('Says what to run')).toBeVisible();
    expect(screen.getByRole('link', { name: /checkout-web/ })).toBeVisible();
    expect(api.listRunbooks).toHaveBeenCalledWith({
      entity: 'runbook:default/high-latency',
      limit: 50,
      cursor: undefined,
    });
  });

  it('says that the registry has not read it yet', async () => {
    renderCard([]);
    expect(
      await screen.findByText('It is not in the registry yet'),
    ).toBeVisible();
  });
});
