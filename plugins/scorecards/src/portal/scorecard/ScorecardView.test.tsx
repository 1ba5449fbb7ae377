import { address, refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { createExampleApi } from '../__fixtures__';
import { giveElementsSize, renderPortal } from '../__testUtils__/renderPortal';

const PATH = '/default/production-readiness';
beforeEach(() => giveElementsSize());
afterEach(() => jest.restoreAllMocks());

describe('ScorecardView', () => {
  it('keeps the open tab in the path', async () => {
    renderPortal(PATH);
    await userEvent.click(await screen.findByRole('tab', { name: 'Rollup' }));
    expect(address()).toBe(`/scorecards${PATH}/rollup`);
    expect(screen.getByRole('tabpanel', { name: 'Rollup' })).toBeVisible();
    await userEvent.click(screen.getByRole('tab', { name: 'Matrix' }));
    expect(address()).toBe(`/scorecards${PATH}`);
  });

  it('leads from a tab that does not exist to the matrix', async () => {
    renderPortal(`${PATH}/nowhere`);
    await waitFor(() => expect(address()).toBe(`/scorecards${PATH}`));
  });

  it('says when no scorecard has the name', async () => {
    renderPortal('/default/unknown');
    expect(
      await screen.findByText('There is no scorecard “unknown”'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'All scorecards' }),
    ).toHaveAttribute('href', '/scorecards');
  });

  it.each([
    ['owner', 'team-0', '?owner=group:default/team-0', ['No level yet 1']],
    [
      'check',
      'Builds answer within ten minutes',
      '?check=fast-builds&status=fail',
      ['Fail 4', 'No data 2', 'Pass 6'],
    ],
  ])(
    'rolls up by %s and leads into the matrix',
    async (by, group, search, segments) => {
      const { container } = renderPortal(`${PATH}/rollup?by=${by}`);
      const bar = await screen.findByRole('list', { name: group });
      for (const segment of segments) {
        expect(bar).toHaveTextContent(segment);
      }
      expect(await axe(container)).toHaveNoViolations();
      await userEvent.click(screen.getByRole('link', { name: group }));
      expect(address()).toBe(`/scorecards${PATH}${search}`);
    },
  );

  it('lists groups of no owner last and leads to them too', async () => {
    renderPortal(`${PATH}/rollup`, { entities: 28 });
    const last = await screen.findByRole('link', { name: 'No owner' });
    const links = within(screen.getByRole('tabpanel')).getAllByRole('link');
    expect(links.at(-1)).toBe(last);
    await userEvent.click(last);
    expect(address()).toBe(`/scorecards${PATH}?owner=none`);
  });

  it('tells the trend in a sentence, in marks and in a table', async () => {
    const { container } = renderPortal(`${PATH}/trend?days=90`, {
      entities: 200,
    });
    expect(
      await screen.findByText(/^Silver or better: \d+ of 200 entities/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        '“Builds answer within ten minutes”: 15 min became 10 min',
      ),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByText('Numbers as a table'));
    const table = screen.getByRole('region', { name: 'Numbers as a table' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(header => header.textContent),
    ).toEqual(['Day', 'Gold', 'Silver', 'Bronze', 'No level yet', 'Entities']);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('draws no chart of a single day', async () => {
    const api = createExampleApi({ entities: 20, now: Date.now() });
    renderPortal(`${PATH}/trend`, {
      api: {
        getHistory: async (ref, range) => {
          const history = await api.getHistory(ref, range);
          return { ...history, items: history.items.slice(-1) };
        },
      },
    });
    expect(
      await screen.findByText(/There is one day of history/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });

  it('says when there is no history yet', async () => {
    renderPortal(`${PATH}/trend`, {
      api: {
        getHistory: async scorecardRef => ({
          scorecardRef,
          from: '2026-08-22',
          to: '2026-11-20',
          items: [],
          marks: [],
        }),
      },
    });
    expect(await screen.findByText('No history yet')).toBeInTheDocument();
  });

  it('puts the checks in plain words beside the YAML', async () => {
    const { container } = renderPortal(`${PATH}/definition`);
    expect(
      await screen.findByText('Build feedback, p90 is at most 10 min'),
    ).toBeInTheDocument();
    await waitFor(() => expect(container).toHaveTextContent('maxAge: 14d'));
    expect(container).toHaveTextContent('Facts may be 14 d old at most.');
    expect(await screen.findByText('Version 3')).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('names the sources in trouble first, and facts that no source delivers', async () => {
    const { container } = renderPortal(`${PATH}/data`);
    expect(
      await screen.findByText('1 source of this scorecard needs attention.'),
    ).toBeInTheDocument();
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows.map(row => row.textContent)).toEqual([
      expect.stringContaining('Source'),
      expect.stringContaining('503 Service Unavailable for 12 repositories'),
      expect.stringContaining('Catalog'),
    ]);
    expect(container).toHaveTextContent('docs.lastRead: sent by docs-reader');
    expect(container).toHaveTextContent(
      'security.imagesSigned: never received',
    );
    expect(container).not.toHaveTextContent('Of no use here');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('names the permission that the sources need', async () => {
    renderPortal(`${PATH}/data`, {
      api: {
        listSources: async () => {
          throw await refusal(403);
        },
      },
    });
    expect(
      await screen.findByText(/“scorecards.source.read”/),
    ).toBeInTheDocument();
  });

  it('shows entities of none when nothing applies', async () => {
    const api = createExampleApi({ entities: 0, now: Date.now() });
    renderPortal(PATH, { entities: 0, api });
    expect(
      await screen.findByText(/It judges no entity that you may read/),
    ).toBeInTheDocument();
  });
});
