import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { WaitingResponse } from '@fairlead/backstage-plugin-delivery-common';
import { fakeNow, refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { mockDeliveryApi } from '../__testUtils__/mockDeliveryApi';
import { rootRouteRef } from '../routes';
import { waiting } from './__fixtures__';
import { HomeDelivery } from './HomeDelivery';

beforeEach(fakeNow);
afterEach(() => jest.useRealTimers());

function renderWidget(
  answer: WaitingResponse | Error,
  settings: { mineFirst?: boolean; rows?: number } = {},
) {
  return renderInTestApp(<HomeDelivery {...settings} />, {
    apis: [
      mockDeliveryApi({
        getWaiting: async () => {
          if (answer instanceof Error) {
            throw answer;
          }
          return answer;
        },
      }),
    ],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/delivery': rootRouteRef,
    },
  });
}

const several: WaitingResponse = {
  items: [
    waiting(1, 9),
    waiting(2, 6, { isMine: true, kind: 'ci' }),
    waiting(3, 2, { kind: 'approval' }),
  ],
  totalItems: 3,
  lastRecordAt: '2026-11-20T11:00:00Z',
};
const listed = () =>
  screen
    .getAllByRole('listitem')
    .map(item => /#\d+/.exec(item.textContent!)![0]);

describe('home widget', () => {
  it('says how much waits, and lists what the reader wrote first', async () => {
    const { container } = renderWidget(several);
    expect(
      await screen.findByText('3 changes wait; the oldest for 9 d'),
    ).toBeVisible();
    expect(listed()).toEqual(['#2', '#1', '#3']);
    const [mine] = screen.getAllByRole('listitem');
    expect(mine).toHaveTextContent('for 6 d');
    expect(mine).toHaveTextContent('waits for CI · checkout-web');
    expect(mine).toHaveTextContent('yours');
    expect(
      within(mine).getByRole('link', { name: 'checkout-web' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout-web/delivery',
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('lists the longest wait first when the reader wants that', async () => {
    renderWidget(several);
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Mine first' }),
    );
    expect(listed()).toEqual(['#1', '#2', '#3']);
  });

  it('follows its settings', async () => {
    renderWidget(several, { mineFirst: false, rows: 1 });
    expect(await screen.findByText('and 2 more')).toBeVisible();
    expect(listed()).toEqual(['#1']);
  });

  it('offers no order where nothing is the reader’s own', async () => {
    renderWidget({ items: [waiting(1, 3)], totalItems: 1 });
    expect(
      await screen.findByText('1 change waits; for 3 d now'),
    ).toBeVisible();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });

  it('follows no link that is not a web address', async () => {
    renderWidget({
      // eslint-disable-next-line no-script-url
      items: [waiting(1, 3, { url: 'javascript:alert(1)' })],
      totalItems: 1,
    });
    expect(await screen.findByText('#1 Change number 1')).toBeVisible();
    expect(
      screen.queryByRole('link', { name: /Change number/ }),
    ).not.toBeInTheDocument();
  });

  it('takes an empty list for good news only where something is known', async () => {
    renderWidget({
      items: [],
      totalItems: 0,
      lastRecordAt: '2026-11-20T11:00:00Z',
    });
    expect(
      await screen.findByText('Nothing waits for you or your teams'),
    ).toBeVisible();
    expect(
      screen.getByText(/As of the last event, which came/),
    ).toHaveTextContent('1 hour ago');
  });

  it('does not take it for good news that no event came for days', async () => {
    renderWidget({
      items: [],
      totalItems: 0,
      lastRecordAt: '2026-11-14T11:00:00Z',
    });
    expect(
      await screen.findByText('No event of your teams came lately'),
    ).toBeVisible();
    expect(screen.getByText(/The last one came/)).toHaveTextContent(
      '6 days ago',
    );
    expect(screen.queryByText(/^Nothing waits/)).toBeNull();
  });

  it('says that it does not know where nothing is known', async () => {
    renderWidget({ items: [], totalItems: 0 });
    expect(
      await screen.findByText('Nothing is known of what your teams deliver'),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'See delivery' }),
    ).toHaveAttribute('href', '/delivery');
  });

  it('says in words that permission lacks', async () => {
    renderWidget(await refusal(403));
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});
