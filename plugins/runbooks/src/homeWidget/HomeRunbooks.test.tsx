import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { FiringAnswer } from '@fairlead/backstage-plugin-runbooks-common';
import { fakeNow, refusal } from '@fairlead/frontend-parts/testUtils';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { firing, UNCOVERED } from '../__fixtures__';
import { mockRunbooksApi } from '../__testUtils__/mockRunbooksApi';
import { rootRouteRef } from '../routes';
import { HomeRunbooks } from './HomeRunbooks';

beforeEach(fakeNow);
afterEach(() => jest.useRealTimers());

async function renderWidget(
  answer: FiringAnswer | Error,
  settings: { onlyPaging?: boolean; rows?: number } = {},
) {
  const getFiring = jest.fn(async () => {
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  });
  const { container } = await renderInTestApp(<HomeRunbooks {...settings} />, {
    apis: [mockRunbooksApi({ getFiring })],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/runbooks': rootRouteRef,
    },
  });
  return { container, getFiring };
}

const SOME: FiringAnswer = {
  items: [firing(), UNCOVERED],
  totalItems: 2,
  heardAt: '2026-11-20T11:46:00Z',
};

describe('home widget', () => {
  it('says what fires on the services of the reader’s teams, with the way in', async () => {
    const { container, getFiring } = await renderWidget(SOME);
    expect(
      await screen.findByText(
        '2 alerts fire on what your teams own; 1 may page',
      ),
    ).toBeVisible();
    expect(getFiring).toHaveBeenCalledWith({ mine: true });
    expect(
      screen.getByRole('button', { name: /Open the runbook of .*HighLatency/ }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining('/runbooks/high-latency'),
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('follows its settings', async () => {
    await renderWidget(SOME, { rows: 1 });
    expect(await screen.findByText('and 1 more')).toBeVisible();
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });

  it('leaves out what wakes nobody up when the reader wants that', async () => {
    await renderWidget(SOME, { onlyPaging: true });
    expect(
      await screen.findByText(
        '1 alert fires on what your teams own; 1 may page',
      ),
    ).toBeVisible();
    expect(screen.queryByText(/QueueStuck/)).not.toBeInTheDocument();
  });

  it('is calm where nothing fires, and says when it looked', async () => {
    await renderWidget({
      items: [],
      totalItems: 0,
      heardAt: '2026-11-20T11:00:00Z',
    });
    expect(
      await screen.findByText('Nothing fires on what your teams own'),
    ).toBeVisible();
    expect(screen.getByText(/Last looked/)).toHaveTextContent('1 hour ago');
  });

  it('does not take silence for good news where nothing was ever heard', async () => {
    await renderWidget({ items: [], totalItems: 0 });
    expect(
      await screen.findByText('Nothing was ever told of alerts'),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'See alert coverage' }),
    ).toHaveAttribute('href', '/runbooks/coverage');
  });

  it('says in words that permission lacks', async () => {
    await renderWidget(await refusal(403));
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});
