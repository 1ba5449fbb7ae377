import { IncidentPage } from '@fairlead/backstage-plugin-runbooks-common';
import { address, fakeNow, refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { incident, OPEN_INCIDENT } from '../../__fixtures__';
import { renderRunbooks } from '../../__testUtils__/renderRunbooks';

beforeEach(fakeNow);
afterEach(() => jest.useRealTimers());

const MINUTE = 60_000;

const SOME: IncidentPage = {
  items: [OPEN_INCIDENT, incident({ recurredAs: 'pagerduty:incident/Q2' })],
  totalItems: 2,
  medians: [
    {
      stage: 'detection',
      p50: 3 * MINUTE,
      p90: 9 * MINUTE,
      n: 9,
      open: 0,
      unknown: 2,
    },
    { stage: 'response', p50: 6 * MINUTE, n: 9, open: 0, unknown: 0 },
    { stage: 'mitigation', n: 1, open: 1, unknown: 7 },
    { stage: 'recovery', p50: 56 * MINUTE, n: 8, open: 1, unknown: 0 },
    { stage: 'learning', n: 0, open: 1, unknown: 0 },
  ],
  foundByAlert: { n: 9, ratio: 7 / 9 },
  learning: { asked: 6, closed: 4, ratio: 4 / 6, pending: 2 },
  followUps: {
    open: 5,
    overdue: 2,
    byAge: { week: 1, month: 0, older: 4 },
  },
};

const NONE: IncidentPage = {
  items: [],
  totalItems: 0,
  medians: [],
  foundByAlert: { n: 0, ratio: null },
  learning: { asked: 0, closed: 0, ratio: null },
  followUps: { open: 0, overdue: 0 },
};

function renderIncidents(answer: IncidentPage | Error, path = '') {
  const listIncidents = jest.fn(async () => {
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  });
  return {
    ...renderRunbooks(`/incidents${path}`, { listIncidents }),
    listIncidents,
  };
}

const row = (name: string) =>
  screen.getByRole('row', { name: new RegExp(name) });

describe('incidents', () => {
  it('are summed up in a sentence', async () => {
    const { container } = renderIncidents(SOME);
    expect(
      await screen.findByText(
        '2 incidents opened in 90 days, 1 is still open, and learning was closed in time for 4 of 6 whose review was due',
      ),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('have medians with n and with what is left out of them', async () => {
    renderIncidents(SOME);
    const medians = await screen.findByRole('list', {
      name: /How long stages take/,
    });
    const [detection, , mitigation] = within(medians).getAllByRole('listitem');
    expect(detection).toHaveTextContent(
      'Detection3 minone in ten over 9 minn = 9left out: 2 not told',
    );
    expect(mitigation).toHaveTextContent(
      'Mitigationtoo fewn = 1left out: 1 open, 7 not told',
    );
  });

  it('say how they were found and how old what was agreed is', async () => {
    renderIncidents(SOME);
    await screen.findByRole('table');
    expect(screen.getByText('Found by an alert').nextSibling).toHaveTextContent(
      '7 of 9',
    );
    expect(screen.getByText('2 not due yet')).toBeVisible();
    expect(
      screen.getByText(
        '2 overdue · 1 younger than a week · 4 older than a month',
      ),
    ).toBeVisible();
  });

  it('show their stages in words: open as a lower bound, unknown as not told', async () => {
    renderIncidents(SOME);
    await screen.findByRole('table', { name: 'Incidents' });
    const open = within(row('Nobody can pay')).getByRole('list');
    expect(within(open).getAllByRole('listitem')[2]).toHaveTextContent(
      /open for 3 h/,
    );
    const over = within(row('Checkout answers slowly')).getByRole('list');
    expect(within(over).getAllByRole('listitem')[2]).toHaveTextContent(
      /not told/,
    );
    expect(row('Checkout answers slowly')).toHaveTextContent('Came again');
    expect(row('Checkout answers slowly')).toHaveTextContent(
      'Review late since Nov 19',
    );
    expect(
      within(row('Nobody can pay')).getByRole('link', {
        name: 'Nobody can pay',
      }),
    ).toHaveAttribute('href', '/runbooks/incidents/pagerduty%3Aincident%2FQ2');
  });

  it('are asked for by the time and state in the address', async () => {
    const { listIncidents } = renderIncidents(SOME, '?days=30&open=true');
    await screen.findByRole('table');
    expect(listIncidents).toHaveBeenCalledWith(
      expect.objectContaining({
        from: '2026-10-21T00:00:00.000Z',
        open: true,
      }),
    );
    await userEvent.selectOptions(
      screen.getByLabelText('Learning'),
      'Review late',
    );
    expect(address()).toContain('learning=late');
  });

  it('are none in words', async () => {
    renderIncidents(NONE);
    expect(await screen.findByText('No incident in this time')).toBeVisible();
    expect(screen.getByLabelText('Time')).toBeVisible();
  });

  it('explain a refusal', async () => {
    renderIncidents(await refusal(403));
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});
