import { renderInTestApp } from '@backstage/frontend-test-utils';
import { MeasureView } from '@fairlead/backstage-plugin-delivery-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { measure, noData, trend, WINDOW } from '../__fixtures__/measures';
import { TimeMarks } from './marksOf';
import { TrendPanel } from './TrendPanel';

const NO_MARKS = { deployments: [], failed: [], incidents: [] };

/** Charts draw nothing without a size, and jsdom gives none. */
beforeEach(() => {
  jest
    .spyOn(HTMLElement.prototype, 'getBoundingClientRect')
    .mockImplementation(function sizeOf(this: HTMLElement) {
      const isChart = this.matches('.recharts-responsive-container');
      return new DOMRect(0, 0, isChart ? 600 : 0, isChart ? 180 : 0);
    });
});
afterEach(() => jest.restoreAllMocks());

const renderPanel = (shown: MeasureView, marks: TimeMarks = NO_MARKS) =>
  renderInTestApp(
    <TrendPanel measure={shown} marks={marks} window={WINDOW} to="/records" />,
  );

describe('a trend', () => {
  it('of a share never has more than all there is on its axis', async () => {
    await renderPanel(
      measure('changeFailRate', { value: 0.5, trend: trend(0, 1, 0.2) }),
    );
    expect(await screen.findByText('100 %')).toBeInTheDocument();
    expect(screen.getByText('75 %')).toBeInTheDocument();
    expect(screen.queryByText(/1[1-9]\d %|[2-9]\d\d %/)).toBeNull();
  });

  it('of shares that are all zero keeps close to zero', async () => {
    await renderPanel(
      measure('changeFailRate', { value: 0, trend: trend(0, 0, 0) }),
    );
    expect(await screen.findByText('10 %')).toBeInTheDocument();
    expect(screen.queryByText('100 %')).not.toBeInTheDocument();
  });

  it('of a few at a time tells what was counted, and joins it with nothing', async () => {
    const points = trend(0.2, 0.1, 1, 0).map((point, index) =>
      index < 2 ? point : { ...point, n: 1, few: true as const },
    );
    await renderPanel(
      measure('changeFailRate', { value: 0.2, trend: points }),
      {
        ...NO_MARKS,
        deployments: [{ time: Date.parse('2026-09-01'), count: 2 }],
      },
    );
    const chart = () => document.querySelector('.recharts-wrapper')!;
    await waitFor(() =>
      expect(
        chart().querySelectorAll('.recharts-line-dots circle'),
      ).toHaveLength(4),
    );
    const [line] = chart().querySelectorAll('path.recharts-line-curve');
    expect(line.getAttribute('d')!.match(/[ML]/g)).toHaveLength(2);
    expect(screen.getByTitle('Sep 1: 2 deployments')).toBeInTheDocument();

    await userEvent.click(
      screen.getByLabelText('Change fail rate: As a table'),
    );
    const rows = screen.getAllByRole('row').map(row => row.textContent);
    expect(rows.slice(1)).toEqual([
      'Sep 70 of 11',
      'Aug 311 of 11',
      'Aug 2410 %4',
      'Aug 1720 %4',
    ]);
  });

  it('without any value is not drawn: the words say why', async () => {
    await renderPanel({
      ...noData('recoveryTime', 'no-failed-deployments'),
      trend: trend(undefined, undefined),
    });
    expect(screen.getByText('Insufficient data')).toBeVisible();
    expect(screen.queryByText('As a table')).not.toBeInTheDocument();
  });
});
