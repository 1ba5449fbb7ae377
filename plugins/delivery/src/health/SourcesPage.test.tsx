import { address, fakeNow, refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { DeliveryApi } from '../api';
import { renderDelivery } from '../portal/__testUtils__/renderDelivery';
import {
  backfill,
  OFF,
  QUARANTINED,
  source,
  TROUBLED,
  UNMATCHED,
} from './__fixtures__';

beforeEach(fakeNow);
afterEach(() => jest.useRealTimers());

const sources = (
  ...all: ReturnType<typeof source>[]
): Partial<DeliveryApi> => ({
  getSources: async () => ({ sources: all }),
});
const card = async (name: string) =>
  within(
    (await screen.findByRole('heading', { name })).closest('li') as HTMLElement,
  );

describe('the page of the sources', () => {
  it('says first who needs attention, and shows it first', async () => {
    const { container } = renderDelivery(
      '/sources',
      sources(source(), OFF, TROUBLED),
    );
    expect(
      await screen.findByText(
        '1 source needs attention: PagerDuty. 1 more is off.',
      ),
    ).toBeVisible();
    expect(
      screen
        .getAllByRole('heading', { level: 2 })
        .map(({ textContent }) => textContent),
    ).toEqual(['PagerDuty', 'GitHub', 'GitLab']);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('tells of a source in trouble what is wrong and what to do', async () => {
    renderDelivery('/sources', sources(TROUBLED));
    const troubled = await card('PagerDuty');
    expect(troubled.getByText('Failing')).toBeVisible();
    expect(
      troubled.getByText(/compare events.modules.pagerduty/),
    ).toBeVisible();
    const figures = troubled.getByText('Last event').closest('dl');
    for (const words of [
      'Last event3 minutes ago',
      'Lag2 s, nine in ten',
      'Backlog1,204 wait to be read',
      '37, last 10 minutes ago: no signature matches the body',
      'Came again, 24 hours12',
      'incident.workflow.started, 4 times',
      '7 missing, 3 different, 3 hours ago',
    ]) {
      expect(figures).toHaveTextContent(words);
    }
    expect(
      troubled.getByRole('img', { name: /The last 24 hours: 1,798 events/ }),
    ).toBeVisible();
    expect(troubled.getByTitle(/November 20, 2026 at 11:57/)).toBeVisible();
  });

  it.each([
    [
      { missing: 0, different: 0 },
      'nothing was missing in what could be asked, 3 hours ago. 2 could not be asked, the first of them acme/away: no route',
    ],
    [
      { missing: 1_207, different: 3 },
      '1,207 missing, 3 different in what could be asked, 3 hours ago. 2 could not be asked, the first of them acme/away: no route',
    ],
    [
      { state: 'failed' as const },
      'failed 3 hours ago: 2 could not be asked, the first of them acme/away: no route',
    ],
  ])(
    'does not call what could not be asked the same: %j',
    async (found, words) => {
      const { reconciled } = source();
      const error =
        '2 could not be asked, the first of them acme/away: no route';
      renderDelivery(
        '/sources',
        sources(source({ reconciled: { ...reconciled!, error, ...found } })),
      );
      const figure = (await card('GitHub')).getByText(
        'Compared with the source',
      );
      expect(figure.closest('div')).toHaveTextContent(words);
    },
  );

  it('does not call it the same where nothing came to compare', async () => {
    const { reconciled } = source();
    renderDelivery(
      '/sources',
      sources(
        source({
          reconciled: { ...reconciled!, read: 0, missing: 0, different: 0 },
        }),
      ),
    );
    const figure = (await card('GitHub')).getByText('Compared with the source');
    expect(figure.closest('div')).toHaveTextContent('nothing to compare,');
  });

  it('needs attention where the comparison failed', async () => {
    const { reconciled } = source();
    renderDelivery(
      '/sources',
      sources(
        source(),
        source({
          id: 'gitlab',
          title: 'GitLab',
          reconciled: { ...reconciled!, state: 'failed', error: 'no route' },
        }),
      ),
    );
    expect(
      await screen.findByText('1 source needs attention: GitLab.'),
    ).toBeVisible();
    expect(
      screen
        .getAllByRole('heading', { level: 2 })
        .map(({ textContent }) => textContent),
    ).toEqual(['GitLab', 'GitHub']);
  });

  it('says of a source that is off what to configure, and nothing else', async () => {
    renderDelivery('/sources', sources(OFF));
    expect(await screen.findByText(/^The one source is off/)).toBeVisible();
    const off = await card('GitLab');
    expect(off.getByText('Off')).toBeVisible();
    expect(
      off.getByText(/Set events.modules.gitlab.webhookSecret/),
    ).toBeVisible();
    expect(off.queryByText('Last event')).not.toBeInTheDocument();
    expect(off.queryByRole('button')).not.toBeInTheDocument();
  });

  it('opens what could not be read, and has it read again', async () => {
    const replayQuarantine = jest.fn(async () => ({ replayed: 1 }));
    const listQuarantine = jest
      .fn()
      .mockResolvedValueOnce({ items: QUARANTINED, totalItems: 2 })
      .mockResolvedValueOnce({ items: QUARANTINED.slice(1), totalItems: 1 })
      .mockResolvedValue({ items: [], totalItems: 0 });
    const { container } = renderDelivery('/sources', {
      ...sources(TROUBLED),
      listQuarantine,
      replayQuarantine,
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Show unreadable deliveries of PagerDuty',
      }),
    );
    expect(address()).toBe('/delivery/sources?open=pagerduty/quarantine');
    expect(
      await screen.findByText(
        'event.data.created_at: is more than 10 min in the future',
      ),
    ).toBeVisible();
    expect(screen.getByText(/"created_at": "2031-01-01"/)).not.toBeVisible();
    await userEvent.click(screen.getAllByText('What was received')[0]);
    expect(screen.getByText(/"created_at": "2031-01-01"/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();

    await userEvent.click(
      screen.getByRole('button', { name: /^Read incident.triggered of/ }),
    );
    expect(
      await screen.findByText('1 delivery is being read again.'),
    ).toBeVisible();
    expect(replayQuarantine).toHaveBeenLastCalledWith({ ids: ['41'] });
    await waitFor(() =>
      expect(screen.queryByText('incident.triggered')).not.toBeInTheDocument(),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Read all again' }),
    );
    expect(
      await screen.findByText(/Nothing of this source is set aside/),
    ).toBeVisible();
    expect(replayQuarantine).toHaveBeenLastCalledWith({ source: 'pagerduty' });
  });

  it('says to whom what was received is shown, where it is withheld', async () => {
    const [first] = QUARANTINED;
    renderDelivery('/sources?open=pagerduty/quarantine', {
      ...sources(TROUBLED),
      listQuarantine: async () => ({
        items: [{ ...first, payload: undefined, isWithheld: true }],
        totalItems: 1,
      }),
    });
    expect(
      await screen.findByText(/or hold the permission “delivery.raw.read”/),
    ).toBeVisible();
    expect(screen.queryByText('What was received')).not.toBeInTheDocument();
  });

  it('says why a replay was refused', async () => {
    renderDelivery('/sources?open=pagerduty/quarantine', {
      ...sources(TROUBLED),
      listQuarantine: async () => ({ items: QUARANTINED, totalItems: 2 }),
      replayQuarantine: async () => {
        throw new Error('the database is away');
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Read all again' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'They could not be read again: the database is away',
    );
  });

  it('gives the line that claims a subject', async () => {
    const { container } = renderDelivery('/sources?open=pagerduty/unmatched', {
      ...sources(TROUBLED),
      listUnmatched: async () => ({ items: UNMATCHED, totalItems: 2 }),
    });
    const row = await screen.findByRole('row', { name: /PX1Y2Z3/ });
    expect(row).toHaveTextContent('1,234');
    expect(row).toHaveTextContent('pagerduty.com/service-id: PX1Y2Z3');
    expect(
      within(row).getByRole('button', { name: 'Copy the line for PX1Y2Z3' }),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows more of a long list when asked', async () => {
    const all = Array.from({ length: 57 }, (_, index) => ({
      ...UNMATCHED[0],
      value: `service-${index}`,
    }));
    renderDelivery('/sources?open=pagerduty/unmatched', {
      ...sources(TROUBLED),
      listUnmatched: async ({ limit } = {}) => ({
        items: all.slice(0, limit),
        totalItems: all.length,
      }),
    });
    expect(await screen.findByText('20 of 57')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('service-56')).toBeVisible();
    expect(screen.queryByText(/of 57/)).not.toBeInTheDocument();
  });

  it('asks a source for its past, and shows how far that is', async () => {
    const startBackfill = jest.fn(async () => backfill());
    const getSources = jest
      .fn()
      .mockResolvedValueOnce({ sources: [source()] })
      .mockResolvedValue({ sources: [source({ backfill: backfill() })] });
    renderDelivery('/sources', { getSources, startBackfill });
    await userEvent.selectOptions(
      await screen.findByLabelText('How far back'),
      '30 days',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Fetch the past of GitHub' }),
    );
    expect(startBackfill).toHaveBeenCalledWith({ source: 'github', days: 30 });
    expect(
      await screen.findByText('Fetching Aug 22 to Nov 20: 12,340 read so far'),
    ).toBeVisible();
    expect(screen.getByRole('progressbar')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Fetch the past/ }),
    ).not.toBeInTheDocument();
  });

  it.each([
    [{ state: 'queued' as const }, 'Fetching Aug 22 to Nov 20 will begin soon'],
    [
      { state: 'done' as const, finishedAt: '2026-11-20T11:00:00Z' },
      'Fetched Aug 22 to Nov 20 1 hour ago: 12,340 read',
    ],
    [
      {
        state: 'done' as const,
        finishedAt: '2026-11-20T11:00:00Z',
        error: '1 could not be asked',
      },
      'Fetched Aug 22 to Nov 20 1 hour ago: 12,340 read. 1 could not be asked',
    ],
    [
      { state: 'failed' as const, error: 'rate limit until 13:00' },
      'Fetching Aug 22 to Nov 20 failed: rate limit until 13:00',
    ],
  ])('tells of a fetch that is %j', async (state, words) => {
    renderDelivery('/sources', sources(source({ backfill: backfill(state) })));
    const github = await card('GitHub');
    expect(github.getAllByRole('status')[0]).toHaveTextContent(words);
  });

  it('names the permission that the page needs', async () => {
    renderDelivery('/sources', {
      getSources: async () => {
        throw await refusal(403);
      },
    });
    expect(await screen.findByText(/“delivery.source.read”/)).toBeVisible();
  });

  it('says so when no source is installed', async () => {
    renderDelivery('/sources', sources());
    expect(await screen.findByText('No source is installed')).toBeVisible();
  });

  it('tries again after an error', async () => {
    renderDelivery('/sources', {
      getSources: jest
        .fn(async () => ({ sources: [source()] }))
        .mockRejectedValueOnce(await refusal(500)),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByText('The one source that is on receives events.'),
    ).toBeVisible();
  });

  it('is reached from the overview and leads back', async () => {
    renderDelivery('/sources', sources(source()));
    expect(
      await screen.findByRole('tab', { name: 'Overview' }),
    ).toHaveAttribute('href', '/delivery');
    expect(screen.getByRole('tabpanel', { name: 'Sources' })).toBeVisible();
  });
});
