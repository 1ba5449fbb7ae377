import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  AlertRow,
  IncidentSummary,
} from '@fairlead/backstage-plugin-runbooks-common';
import { fakeNow } from '@fairlead/frontend-parts/testUtils';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import {
  BROKEN,
  COMPONENT,
  COMPONENT_REF,
  coverage,
  entityRunbooks,
  incident,
  nothing,
  OPEN_INCIDENT,
  runbook,
  runbookUse,
} from '../__fixtures__';
import { mockRunbooksApi } from '../__testUtils__/mockRunbooksApi';
import { RunbooksApi } from '../api';
import { rootRouteRef } from '../routes';
import { EntityRunbooksContent } from './EntityRunbooksContent';

const page = <T,>(items: T[]) => ({ items, totalItems: items.length });

const incidentPage = (items: IncidentSummary[]) => ({
  ...page(items),
  medians: [],
  foundByAlert: { n: 0, ratio: null },
  learning: { asked: 0, closed: 0, ratio: null },
  followUps: { open: 0, overdue: 0 },
});

const ROWS: AlertRow[] = [
  {
    alert: 'HighLatency',
    entityRef: COMPONENT_REF,
    firings: 3,
    lastFiredAt: '2026-11-20T11:46:00Z',
    firesNow: true,
    mayPage: true,
    runbook: {
      id: 'high-latency',
      title: 'High latency',
      from: 'entity',
      resolves: 'ok',
    },
  },
  {
    alert: 'QueueStuck',
    entityRef: COMPONENT_REF,
    firings: 1,
    lastFiredAt: '2026-11-19T11:46:00Z',
    firesNow: false,
    mayPage: false,
    reason: 'Its runbook_url answers 404.',
  },
];

async function renderTab(changes: Partial<RunbooksApi> = {}) {
  const api = mockRunbooksApi({
    getEntityRunbooks: jest.fn(async () => entityRunbooks()),
    getCoverage: jest.fn(async () => ({ coverage: coverage(), ...page(ROWS) })),
    listUses: jest.fn(async () => page([runbookUse()])),
    listIncidents: jest.fn(async () =>
      incidentPage([OPEN_INCIDENT, incident()]),
    ),
    ...changes,
  });
  const rendered = await renderInTestApp(
    <EntityProvider entity={COMPONENT}>
      <EntityRunbooksContent />
    </EntityProvider>,
    {
      apis: [api, mockApis.permission()],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/runbooks': rootRouteRef,
      },
    },
  );
  return { api, ...rendered };
}

describe('entity tab', () => {
  beforeEach(() => {
    fakeNow();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('shows each part of the health of each runbook, troubled ones first', async () => {
    await renderTab();
    const table = await screen.findByRole('table', { name: 'Runbooks' });
    expect(
      within(table)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual(['Disk full', 'Checkout database', 'High latency']);
    const row = within(table).getByRole('row', { name: /Disk full/ });
    expect(row).toHaveTextContent('Not reachable');
    expect(row).toHaveTextContent('Completeness not known');
    expect(row).toHaveTextContent('3 deployments since');
    expect(within(row).getByText('wiki.example.com')).toBeVisible();
  });

  it('tells alert by alert which has a runbook, and why another has none', async () => {
    await renderTab();
    const table = await screen.findByRole('table', { name: 'Alerts' });
    expect(
      within(table).getByRole('link', { name: 'High latency' }),
    ).toHaveAttribute('href', expect.stringContaining('alert=HighLatency'));
    const gap = within(table).getByRole('row', { name: /QueueStuck/ });
    expect(gap).toHaveTextContent('No runbook');
    expect(gap).toHaveTextContent('Its runbook_url answers 404.');
    expect(
      within(gap).getByRole('link', { name: /Draft a runbook/ }),
    ).toHaveAttribute('href', expect.stringContaining('/runbooks/for?'));
  });

  it('shows incidents as strips; what is open is a lower bound, what nobody knows is said so', async () => {
    await renderTab();
    const open = await screen.findByRole('list', {
      name: /Stages of .*Nobody can pay/,
    });
    expect(
      within(open)
        .getAllByRole('listitem')
        .map(stage => stage.textContent?.replace(/[\u2066-\u2069]/g, '')),
    ).toEqual([
      'Detection 2 min',
      'Response 5 min',
      'Mitigation open for 3 h',
      'Recovery open for 3 h',
      'Learning not asked for',
    ]);
    const over = screen.getByRole('list', {
      name: /Stages of .*Checkout answers slowly/,
    });
    expect(over).toHaveTextContent('Mitigation not told');
    expect(screen.getByText('its review is late')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Nobody can pay' }),
    ).toHaveAttribute(
      'href',
      `/runbooks/incidents/${encodeURIComponent(OPEN_INCIDENT.id)}`,
    );
  });

  it('says what is missing where nothing is there', async () => {
    await renderTab({
      getEntityRunbooks: async () => nothing(),
      getCoverage: async () => ({ coverage: coverage(), ...page([]) }),
      listUses: async () => page([]),
      listIncidents: async () => incidentPage([]),
    });
    expect(await screen.findByText('No runbook yet')).toBeVisible();
    expect(await screen.findByText('No alert of it is known')).toBeVisible();
    expect(await screen.findByText('Nobody has used it yet')).toBeVisible();
    expect(await screen.findByText('No incident is known')).toBeVisible();
  });

  it('asks once for each list, however many rows there are', async () => {
    const { api } = await renderTab({
      getEntityRunbooks: jest.fn(async () =>
        entityRunbooks({
          runbooks: Array.from({ length: 200 }, (_, i) =>
            runbook({ id: `r${i}`, title: `Runbook ${i}` }),
          ),
        }),
      ),
    });
    expect(await screen.findByText('Runbook 199')).toBeVisible();
    await screen.findByRole('table', { name: 'Alerts' });
    for (const ask of [
      api.getEntityRunbooks,
      api.getCoverage,
      api.listUses,
      api.listIncidents,
    ]) {
      expect(ask).toHaveBeenCalledTimes(1);
    }
    expect(api.getRunbook).not.toHaveBeenCalled();
  });

  it('has no accessibility violations', async () => {
    const { container } = await renderTab({
      getEntityRunbooks: async () =>
        entityRunbooks({ runbooks: [runbook(), BROKEN] }),
    });
    await screen.findByRole('table', { name: 'Alerts' });
    await screen.findByText('its review is late');
    // The headings of cards are Backstage's, and so is their place among the headings of the page.
    const rules = { 'heading-order': { enabled: false } };
    expect(await axe(container, { rules })).toHaveNoViolations();
  });
});
