import { address } from '@fairlead/frontend-parts/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { createExampleApi } from '../__fixtures__';
import { giveElementsSize, renderPortal } from '../__testUtils__/renderPortal';

const PATH = '/default/production-readiness';
const FAST_BUILDS = 'Builds answer within ten minutes';

// Asking for roles is slow where there are hundreds of cells.
const rowNames = () =>
  Array.from(
    document.querySelectorAll('[role="rowheader"]'),
    header => header.textContent,
  );
const cellAt = (row: number, column: number) =>
  document.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)!;
const expectFocusAt = (row: number, column: number) =>
  waitFor(() => expect(cellAt(row, column)).toHaveFocus());

async function findGrid() {
  await waitFor(() => expect(rowNames()).not.toHaveLength(0));
  return screen.getByRole('grid', { name: /checks of Production readiness/ });
}

beforeEach(() => giveElementsSize());
afterEach(() => jest.restoreAllMocks());

describe('MatrixTab', () => {
  it('draws the rows in view and tells assistive technology of all', async () => {
    renderPortal(PATH, { entities: 2_000 });
    const grid = await findGrid();
    expect(grid).toHaveAttribute('aria-rowcount', '2002');
    expect(grid).toHaveAttribute('aria-colcount', '10');
    const rows = within(grid).getAllByRole('row');
    expect(rows.length).toBeLessThan(60);
    expect(rows[2]).toHaveAttribute('aria-rowindex', '3');
    expect(screen.getByText('2,000 entities, worst first')).toBeInTheDocument();
  });

  it('shows the worst rows first and, within a level, the checks that fail most', async () => {
    renderPortal(PATH, { entities: 60 });
    const grid = await findGrid();
    const [first] = within(grid).getAllByRole('row').slice(2);
    expect(within(first).getByText('No level yet')).toBeInTheDocument();
    const headings = [4, 5, 6, 7].map(column => cellAt(0, column).textContent);
    expect(headings).toEqual([
      'Has a description',
      'Owned by a team that exists and has members',
      FAST_BUILDS,
      'A runbook for every alert that has fired within the last ninety days',
    ]);
  });

  it('names each cell by its status and check', async () => {
    renderPortal(PATH);
    const grid = await findGrid();
    const [cell] = within(grid).getAllByTitle(`Fail: ${FAST_BUILDS}`);
    expect(cell).toHaveAccessibleName(`Fail: ${FAST_BUILDS}`);
  });

  it('reads the filters from the address and asks for the matching rows alone', async () => {
    const api = createExampleApi({ entities: 120, now: Date.now() });
    const listScorecardEntities = jest.fn(api.listScorecardEntities);
    renderPortal(
      `${PATH}?owner=group:default/team-3&check=fast-builds&status=fail&status_=x`,
      { entities: 120, api: { ...api, listScorecardEntities } },
    );
    await findGrid();
    expect(listScorecardEntities).toHaveBeenCalledWith(
      'scorecard:default/production-readiness',
      {
        owner: 'group:default/team-3',
        check: 'fast-builds',
        status: 'fail',
        limit: 100,
        cursor: undefined,
      },
    );
    expect(screen.getByLabelText('Check')).toHaveValue('fast-builds');
    await waitFor(() =>
      expect(screen.getByLabelText('Owner')).toHaveDisplayValue('team-3'),
    );
  });

  it.each([
    ['Level', 'silver', 'level=silver'],
    ['Status', 'no-data', 'status=no-data'],
    ['System', 'system:default/system-1', 'system=system:default/system-1'],
    ['Domain', 'none', 'domain=none'],
  ])('writes the filter %s into the address', async (label, value, search) => {
    renderPortal(PATH);
    await findGrid();
    await userEvent.click(screen.getByRole('button', { name: 'Filters' }));
    await waitFor(() =>
      expect(
        within(screen.getByLabelText(label)).getAllByRole('option').length,
      ).toBeGreaterThan(1),
    );
    await userEvent.selectOptions(screen.getByLabelText(label), value);
    expect(address()).toBe(`/scorecards${PATH}?${search}`);
  });

  it('finds by name once typing pauses', async () => {
    renderPortal(PATH);
    await findGrid();
    await userEvent.type(screen.getByLabelText('Name'), '0007');
    await waitFor(() => expect(rowNames()).toEqual(['component-0007']));
    expect(address()).toContain('text=0007');
  });

  it('sorts by a column when its heading is selected, then the other way round, then as before', async () => {
    const api = createExampleApi({ entities: 12, now: Date.now() });
    const listScorecardEntities = jest.fn(api.listScorecardEntities);
    renderPortal(`${PATH}?level=none`, { api: { listScorecardEntities } });
    await findGrid();
    const heading = () => cellAt(0, 6).closest('[role="columnheader"]');
    expect(heading()).toHaveAttribute('aria-sort', 'none');
    for (const [search, sort, direction] of [
      ['&sort=check:fast-builds', 'check:fast-builds', 'ascending'],
      ['&sort=-check:fast-builds', '-check:fast-builds', 'descending'],
      ['', undefined, 'none'],
    ]) {
      await userEvent.click(cellAt(0, 6));
      expect(address()).toBe(`/scorecards${PATH}?level=none${search}`);
      await waitFor(() =>
        expect(heading()).toHaveAttribute('aria-sort', direction),
      );
      await waitFor(() =>
        expect(listScorecardEntities).toHaveBeenCalledWith(
          'scorecard:default/production-readiness',
          expect.objectContaining({ level: 'none', sort }),
        ),
      );
    }
  });

  it('turns round at once what is sorted by level already', async () => {
    renderPortal(PATH);
    await findGrid();
    const level = cellAt(0, 2);
    expect(level.parentElement).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(level);
    expect(address()).toBe(`/scorecards${PATH}?sort=-level`);
  });

  it('says so when nothing matches, and takes the filters away again', async () => {
    renderPortal(`${PATH}?text=nothing-is-called-so`);
    expect(await screen.findByText('No entity matches')).toBeInTheDocument();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[1],
    );
    expect(await findGrid()).toBeInTheDocument();
  });

  it('moves between cells with the keyboard, one cell at a time in the tab order', async () => {
    renderPortal(PATH, { entities: 60 });
    const grid = await findGrid();
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    cellAt(1, 0).focus();

    await userEvent.keyboard('{End}');
    await expectFocusAt(1, 9);
    await userEvent.keyboard('{ArrowDown}{ArrowLeft}');
    await expectFocusAt(2, 8);
    await userEvent.keyboard('{Home}');
    await expectFocusAt(2, 0);
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await expectFocusAt(60, 9);
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    await expectFocusAt(0, 0);
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('opens a cell with Enter, keeps it in the address and gives the focus back', async () => {
    renderPortal(PATH);
    const grid = await findGrid();
    const [cell] = within(grid).getAllByTitle(`Fail: ${FAST_BUILDS}`);
    cell.focus();
    await userEvent.keyboard('{Enter}');
    const panel = await screen.findByRole('dialog', { name: FAST_BUILDS });
    expect(
      await within(panel).findByText('Build feedback, p90 is at most 10 min'),
    ).toBeInTheDocument();
    expect(address()).toContain('open=fast-builds');
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(address()).not.toContain('open=');
    expect(cell).toHaveFocus();
  });

  it('asks for the next page as the end comes near, and for no page twice', async () => {
    const api = createExampleApi({ entities: 130, now: Date.now() });
    const listScorecardEntities = jest.fn(api.listScorecardEntities);
    renderPortal(PATH, { entities: 130, api: { listScorecardEntities } });
    await findGrid();
    expect(listScorecardEntities).toHaveBeenCalledTimes(1);
    cellAt(1, 0).focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await expectFocusAt(100, 9);
    await waitFor(() => expect(listScorecardEntities).toHaveBeenCalledTimes(2));
    await waitFor(() =>
      expect(screen.queryByText('Loading more')).not.toBeInTheDocument(),
    );
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await expectFocusAt(130, 9);
    expect(
      listScorecardEntities.mock.calls.map(([, query]) => query?.cursor),
    ).toEqual([undefined, '100']);
  });

  it('keeps the rows it has when the next do not load, and tries again', async () => {
    const api = createExampleApi({ entities: 150, now: Date.now() });
    const listScorecardEntities = jest
      .fn(api.listScorecardEntities)
      .mockImplementationOnce(api.listScorecardEntities)
      .mockRejectedValueOnce(new Error('gone for a moment'));
    renderPortal(PATH, { entities: 150, api: { listScorecardEntities } });
    await findGrid();
    cellAt(1, 0).focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    expect(
      await screen.findByText(/The next rows did not load/),
    ).toBeInTheDocument();
    expect(rowNames().length).toBeGreaterThan(10);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(screen.queryByText(/did not load/)).not.toBeInTheDocument(),
    );
    expect(listScorecardEntities).toHaveBeenCalledTimes(3);
  });

  it('saves what is listed as a CSV file', async () => {
    URL.createObjectURL = jest.fn(() => 'blob:made');
    URL.revokeObjectURL = jest.fn();
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation();
    const getScorecardEntitiesCsv = jest.fn(async () => new Blob(['a']));
    renderPortal(`${PATH}?level=none`, { api: { getScorecardEntitiesCsv } });
    await findGrid();
    await userEvent.click(screen.getByRole('button', { name: 'Download CSV' }));
    await waitFor(() => expect(click).toHaveBeenCalled());
    expect(getScorecardEntitiesCsv).toHaveBeenCalledWith(
      'scorecard:default/production-readiness',
      { level: 'none' },
    );
  });

  it('has no accessibility violations', async () => {
    const { container } = renderPortal(PATH, { entities: 2 });
    await findGrid();
    expect(await axe(container)).toHaveNoViolations();
  });
});
