import { address, fakeNow, refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { overview, team, teams, unknownOverview } from '../__fixtures__';
import { renderDelivery } from '../__testUtils__/renderDelivery';

beforeEach(fakeNow);
afterEach(() => jest.useRealTimers());

const row = (name: string) =>
  screen.getByRole('row', { name: new RegExp(`^${name}`) });
// Among 50 rows a query by role takes seconds.
const names = () =>
  [...document.querySelectorAll('[role="rowheader"] a')].map(
    link => link.textContent,
  );

describe('the portal page', () => {
  it('says where the organisation waits, what that costs and what waits longest', async () => {
    const { container } = renderDelivery('', {
      getOverview: async () => overview(),
    });
    const waits = await screen.findByRole('region', {
      name: 'Where work waits',
    });
    expect(waits).toHaveTextContent(
      /Waiting for review takes 41 % of the time of 27 changes; half arrive within 3.2 d; oldest: #812.* in acme\/checkout-web/,
    );
    expect(waits).toHaveTextContent(
      '2.5 change-days of waiting and rework a week',
    );
    const oldest = within(waits).getByRole('list', {
      name: 'Waiting longest now',
    });
    expect(within(oldest).getByRole('link', { name: /#812/ })).toHaveAttribute(
      'href',
      'https://github.com/acme/checkout-web/pull/812',
    );
    expect(oldest).toHaveTextContent(
      '6 dacme/checkout-web · Keep the basket over a reload',
    );
    expect(container).toHaveTextContent('58 entities, computed 2 minutes ago');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows at most five numbers, and no zero where nothing is known', async () => {
    renderDelivery('', { getOverview: async () => overview() });
    const headlines = within(
      await screen.findByRole('list', {
        name: 'Numbers of the whole organisation',
      }),
    ).getAllByRole('listitem');
    expect(headlines.length).toBeLessThanOrEqual(5);
    const recovery = headlines.find(item =>
      item.textContent?.includes('Recovery time'),
    );
    expect(recovery).toHaveTextContent('Insufficient data');
    expect(recovery).not.toHaveTextContent('0');
  });

  it('compares teams by name with n, and says of a team without data that there is none', async () => {
    renderDelivery('', { getOverview: async () => overview() });
    await screen.findByRole('table', { name: 'Lead time' });
    expect(names()).toEqual(['Checkout', 'legacy-manifest', 'search']);
    expect(row('Checkout')).toHaveTextContent(
      'a quarter within 19 h, half within 2 d, 3 of 4 within 3.8 d, 9 of 10 within 7 d',
    );
    expect(row('Checkout')).toHaveTextContent(/2 d40Review 41 %/);
    expect(row('legacy-manifest')).toHaveTextContent('Insufficient data');
    expect(row('legacy-manifest')).not.toHaveTextContent(/\d d/);
    expect(
      within(row('Checkout')).getByRole('link', { name: 'Checkout' }),
    ).toHaveAttribute('href', '/catalog/default/group/checkout/delivery');
  });

  it('lists groups of teams after the teams', async () => {
    renderDelivery('', {
      getOverview: async () =>
        overview({ teams: [team('all', 1, { teams: 2 }), ...teams(2)] }),
    });
    await screen.findByRole('table', { name: 'Lead time' });
    expect(names()).toEqual(['team-000', 'team-001', 'all']);
    expect(row('all')).toHaveTextContent('4 entities · with 2 teams in it');
  });

  it('draws no spread of too few', async () => {
    renderDelivery('?measure=recoveryTime', {
      getOverview: async () => overview(),
    });
    await screen.findByRole('table', { name: 'Recovery time' });
    expect(row('search')).toHaveTextContent(/6.6 h3Review/);
    expect(row('search')).not.toHaveTextContent('a quarter within');
  });

  it('keeps measure, time, view and team in the address', async () => {
    const getOverview = jest.fn(async () => overview());
    renderDelivery('', { getOverview });
    await screen.findByRole('table', { name: 'Lead time' });
    await userEvent.selectOptions(
      screen.getByLabelText('Measure'),
      'Change fail rate',
    );
    expect(
      screen.getByRole('table', { name: 'Change fail rate' }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: '30 days' }));
    await userEvent.click(screen.getByRole('button', { name: 'Owned today' }));
    expect(screen.getByText(/with what it owns today/)).toBeVisible();
    await userEvent.type(screen.getByLabelText('Team'), 'SEAR');
    expect(await screen.findByText('1 team, by name')).toBeVisible();
    expect(names()).toEqual(['search']);
    expect(address()).toBe(
      '/delivery?measure=changeFailRate&days=30&view=now&team=SEAR',
    );
    expect(getOverview).toHaveBeenLastCalledWith({
      view: 'now',
      from: '2026-10-22T00:00:00.000Z',
      to: '2026-11-21T00:00:00.000Z',
    });
  });

  it('is read by keyboard alone', async () => {
    renderDelivery('?days=30', { getOverview: async () => overview() });
    await screen.findByRole('table');
    screen.getByRole('button', { name: '30 days' }).focus();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: '90 days' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(address()).toBe('/delivery?days=90');
    screen.getByRole('button', { name: 'Change fail rate' }).focus();
    await userEvent.keyboard(' ');
    expect(
      screen.getByRole('table', { name: 'Change fail rate' }),
    ).toBeVisible();
  });

  it('shows 200 teams by pages on one axis', async () => {
    renderDelivery('?page=9', {
      getOverview: async () => overview({ teams: teams(200) }),
    });
    expect(await screen.findByText('Teams 151 to 200 of 200')).toBeVisible();
    expect(names().at(-1)).toBe('team-199');
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous teams' }),
    );
    expect(screen.getByText('Teams 101 to 150 of 200')).toBeVisible();
    expect(names()).toHaveLength(50);
    await userEvent.type(screen.getByLabelText('Team'), 'team-00');
    expect(await screen.findByText('10 teams, by name')).toBeVisible();
    expect(screen.queryByText(/^Teams \d/)).not.toBeInTheDocument();
  });

  it('keeps a long name whole on hover', async () => {
    const title =
      'The team with a name that nobody can say in one breath'.repeat(3);
    renderDelivery('', {
      getOverview: async () =>
        overview({ teams: [team('long', 1, { title })] }),
    });
    expect(await screen.findByTitle(title)).toHaveTextContent(title);
    expect(screen.getByText('1 team, by name')).toBeVisible();
  });

  it('leads out of a filter that nothing matches', async () => {
    renderDelivery('?team=nobody', { getOverview: async () => overview() });
    expect(await screen.findByText('No team is called “nobody”')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all teams' }),
    );
    expect(names()).toHaveLength(3);
  });

  it('says how teams come about where there is none', async () => {
    renderDelivery('', { getOverview: async () => overview({ teams: [] }) });
    expect(
      await screen.findByText('No team owns an entity that you may see'),
    ).toBeVisible();
  });

  it('leads to the sources while nothing is known', async () => {
    const { container } = renderDelivery('', {
      getOverview: async () => unknownOverview(),
    });
    expect(
      await screen.findByText('Nothing is known of any delivery yet'),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'See the sources' }),
    ).toHaveAttribute('href', '/delivery/sources');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('keeps its place while it loads', async () => {
    renderDelivery('', { getOverview: () => new Promise(() => {}) });
    expect(
      (await screen.findByRole('tabpanel')).querySelector('[aria-busy="true"]'),
    ).toBeInTheDocument();
  });

  it('explains a refusal', async () => {
    renderDelivery('', {
      getOverview: async () => {
        throw await refusal(403);
      },
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });

  it('tries again after an error', async () => {
    renderDelivery('', {
      getOverview: jest
        .fn(async () => overview())
        .mockRejectedValueOnce(await refusal(500)),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByRole('table')).toBeVisible();
  });

  it('leads from a path that does not exist to the overview', async () => {
    renderDelivery('/nowhere', { getOverview: async () => overview() });
    expect(await screen.findByRole('table')).toBeVisible();
    expect(address()).toBe('/delivery');
  });
});
