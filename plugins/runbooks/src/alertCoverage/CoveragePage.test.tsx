import {
  AlertRow,
  CoverageAnswer,
} from '@fairlead/backstage-plugin-runbooks-common';
import { address, fakeNow, refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { COMPONENT_REF, coverage } from '../__fixtures__';
import { renderRunbooks } from '../__testUtils__/renderRunbooks';

beforeEach(fakeNow);
afterEach(() => jest.useRealTimers());

const GAP: AlertRow = {
  alert: 'QueueStuck',
  entityRef: COMPONENT_REF,
  ownerRef: 'group:default/checkout',
  firings: 6,
  lastFiredAt: '2026-11-20T10:00:00Z',
  firesNow: true,
  mayPage: true,
  severity: 'critical',
  toldUrl: '/queue-stuck',
  reason: 'The address that the alert names has no host.',
};

const COVERED: AlertRow = {
  alert: 'HighLatency',
  entityRef: COMPONENT_REF,
  firings: 1,
  lastFiredAt: '2026-11-18T10:00:00Z',
  firesNow: false,
  mayPage: false,
  runbook: {
    id: 'high-latency',
    title: 'High latency',
    from: 'entity',
    resolves: 'ok',
  },
};

const SOME: CoverageAnswer = {
  coverage: coverage({ fired: 24, covered: 18, ratio: 0.75 }),
  items: [GAP, COVERED],
  totalItems: 2,
};

const FILES = [
  { path: 'runbooks/queue-stuck.md', text: '# QueueStuck\n\n## Meaning\n' },
  { path: 'runbooks/queue-stuck.yaml', text: 'kind: Runbook\n' },
];

const row = (name: string) =>
  screen.getByRole('row', { name: new RegExp(name) });

function renderCoverage(answer: CoverageAnswer | Error = SOME, path = '') {
  const getCoverage = jest.fn(async () => {
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  });
  const getDraft = jest.fn(async () => ({
    files: FILES,
    editUrl: 'https://github.com/acme/checkout-web/new/main',
  }));
  return {
    ...renderRunbooks(`/coverage${path}`, { getCoverage, getDraft }),
    getCoverage,
    getDraft,
  };
}

describe('alert coverage', () => {
  it('is a sentence with its numbers, the same at night, and the silent ones', async () => {
    const { container } = renderCoverage();
    expect(
      await screen.findByText(
        /18 of 24 alerts that fired in 90 days have a runbook that resolves \(75%\)/,
      ),
    ).toBeVisible();
    expect(
      screen.getByText(/At night: 3 of 4 that may page/),
    ).toHaveTextContent('Silent: 5 more are known');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('gives no share of few', async () => {
    renderCoverage({ ...SOME, coverage: coverage() });
    const sentence = await screen.findByText(/7 of 9 alerts that fired/);
    expect(sentence).not.toHaveTextContent('%');
  });

  it('says what it means behind an ⓘ', async () => {
    renderCoverage();
    await userEvent.click(
      await screen.findByRole('button', { name: 'What alert coverage means' }),
    );
    expect(
      screen.getByRole('dialog', { name: 'Alert coverage' }),
    ).toHaveTextContent('It counts what fired, not what is defined');
  });

  it('says of each alert why it has no runbook, or leads to it', async () => {
    renderCoverage();
    await screen.findByRole('table', { name: 'Alerts that fired' });
    expect(row('QueueStuck')).toHaveTextContent('Fires now');
    expect(row('QueueStuck')).toHaveTextContent('May page at night');
    expect(row('QueueStuck')).toHaveTextContent(
      'The address that the alert names has no host.',
    );
    expect(row('QueueStuck')).toHaveTextContent('/queue-stuck');
    expect(
      within(row('HighLatency')).getByRole('link', { name: 'High latency' }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining('/runbooks/high-latency'),
    );
  });

  it('drafts the runbook that is missing', async () => {
    const { getDraft } = renderCoverage();
    await userEvent.click(
      await screen.findByRole('button', {
        name: /Write a runbook for .*QueueStuck/,
      }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText('runbooks/queue-stuck.md'),
    ).toBeVisible();
    expect(dialog).toHaveTextContent('## Meaning');
    expect(
      within(dialog).getByRole('button', { name: /pull request/ }),
    ).toHaveAttribute('href', 'https://github.com/acme/checkout-web/new/main');
    expect(getDraft).toHaveBeenCalledWith({
      alert: 'QueueStuck',
      entity: COMPONENT_REF,
    });
    expect(await axe(dialog)).toHaveNoViolations();
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(address()).toBe('/runbooks/coverage');
  });

  it('opens the draft of the alert that the address names', async () => {
    renderCoverage(SOME, `?write=QueueStuck&on=${COMPONENT_REF}`);
    expect(
      await screen.findByRole('dialog', { name: /A runbook for .*QueueStuck/ }),
    ).toBeVisible();
  });

  it('gives the permanent address of an alert, and drafts nothing where there is a runbook', async () => {
    const { getDraft } = renderCoverage();
    await userEvent.click(
      await screen.findByRole('button', {
        name: /Permanent address for .*HighLatency/,
      }),
    );
    expect(screen.getByLabelText('Annotation of the alert')).toHaveValue(
      `runbook_url: "${window.location.origin}/runbooks/for?alert=HighLatency&entity=component%3Adefault%2Fcheckout-web"`,
    );
    expect(getDraft).not.toHaveBeenCalled();
  });

  it('asks for what the address says', async () => {
    const { getCoverage } = renderCoverage(
      SOME,
      '?covered=false&mayPage=true&owner=group:default/checkout',
    );
    await screen.findByRole('table');
    expect(getCoverage).toHaveBeenCalledWith(
      expect.objectContaining({
        covered: false,
        mayPage: true,
        owner: 'group:default/checkout',
      }),
    );
    expect(screen.getByLabelText('Runbook')).toHaveDisplayValue('Missing');
  });

  it('keeps a filter in the address', async () => {
    renderCoverage();
    await userEvent.selectOptions(
      await screen.findByLabelText('At night'),
      'May page',
    );
    expect(address()).toBe('/runbooks/coverage?mayPage=true');
  });

  it('does not take silence for good news where no alert is known', async () => {
    const none = { fired: 0, covered: 0, ratio: null };
    renderCoverage({
      coverage: coverage({ ...none, night: none, silent: none }),
      items: [],
      totalItems: 0,
    });
    expect(await screen.findByText('No alert is known yet')).toBeVisible();
  });

  it('explains a refusal', async () => {
    renderCoverage(await refusal(403));
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});
