import { renderInTestApp } from '@backstage/frontend-test-utils';
import { MeasureView } from '@fairlead/backstage-plugin-delivery-common';
import { screen } from '@testing-library/react';
import { measure, noData, trend, WINDOW } from '../__fixtures__/measures';
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

const renderPanel = (shown: MeasureView) =>
  renderInTestApp(
    <TrendPanel
      measure={shown}
      marks={NO_MARKS}
      window={WINDOW}
      to="/records"
    />,
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

  it('without any value is not drawn: the words say why', async () => {
    await renderPanel({
      ...noData('recoveryTime', 'no-failed-deployments'),
      trend: trend(undefined, undefined),
    });
    expect(screen.getByText('Insufficient data')).toBeVisible();
    expect(screen.queryByText('As a table')).not.toBeInTheDocument();
  });
});
