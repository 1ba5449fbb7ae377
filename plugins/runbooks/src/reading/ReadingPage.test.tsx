import { RunbookUse } from '@fairlead/backstage-plugin-runbooks-common';
import { address, fakeNow, refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  COMPONENT_REF,
  firing,
  health,
  incident,
  runbookDetail,
  runbookUse,
  STEPS,
} from '../__fixtures__';
import { renderRunbooks } from '../__testUtils__/renderRunbooks';
import { RunbooksApi } from '../api';

const page = <T,>(items: T[]) => ({ items, totalItems: items.length });

function renderPage(options: { path?: string; api?: Partial<RunbooksApi> }) {
  const { api, path = '' } = options;
  const defaults: Partial<RunbooksApi> = {
    getRunbook: async () => runbookDetail(),
    getFiring: async () => page([]),
    listUses: async () => page([]),
  };
  return renderRunbooks(`/high-latency${path}`, { ...defaults, ...api });
}

/** Opens the page with a use under way, of which a test says how ticks are taken. */
function renderUse(
  current: RunbookUse,
  changeUse: RunbooksApi['changeUse'] = async () => current,
) {
  return renderPage({
    path: '?use=use-1',
    api: {
      getUse: async () => current,
      changeUse,
      listUses: async () => page([current]),
    },
  });
}

const section = (name: string, expanded = true) =>
  screen.findByRole('button', { name, expanded });

describe('reading page', () => {
  beforeEach(() => {
    fakeNow();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('shows the text in sections that fold', async () => {
    renderPage({});
    const button = await section('Impact');
    expect(
      await screen.findByText('People leave before they pay.'),
    ).toBeVisible();
    await userEvent.click(button);
    expect(
      screen.queryByText('People leave before they pay.'),
    ).not.toBeInTheDocument();
    expect(button).toHaveAttribute('aria-expanded', 'false');
  });

  it('has what is wanted at night one tap away, and opens it where it is folded', async () => {
    renderPage({ path: '?alert=HighLatency' });
    const button = await section('Mitigation');
    await userEvent.click(button);
    const jump = screen.getByRole('navigation', { name: 'Jump to a section' });
    expect(
      within(jump)
        .getAllByRole('button')
        .map(link => link.textContent),
    ).toEqual(['Diagnosis', 'Mitigation']);
    await userEvent.click(
      within(jump).getByRole('button', { name: 'Mitigation' }),
    );
    await waitFor(() =>
      expect(button).toHaveAttribute('aria-expanded', 'true'),
    );
    expect(button).toHaveFocus();
    expect(address()).toBe('/runbooks/high-latency?alert=HighLatency');
  });

  it('fills in the labels of what fires, and shows that it did', async () => {
    renderPage({
      path: `?alert=HighLatency&entity=${COMPONENT_REF}`,
      api: { getFiring: async () => page([firing()]) },
    });
    const mark = await screen.findByText('checkout', { selector: 'mark' });
    expect(mark.parentElement).toHaveTextContent(
      'kubectl -n checkout get pods',
    );
    expect(
      within(
        screen.getByRole('list', { name: 'Filled in from the alert' }),
      ).getByText('“web-7f”'),
    ).toBeVisible();
    expect(
      screen.getByText(/HighLatency.* has been firing for .*14 minutes/),
    ).toBeVisible();
  });

  it('copies exactly the command as it was filled in', async () => {
    const user = userEvent.setup();
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    renderPage({ api: { getFiring: async () => page([firing()]) } });
    await screen.findByText('checkout', { selector: 'mark' });
    await user.click(screen.getByRole('button', { name: /^Copy: kubectl/ }));
    expect(
      await screen.findByRole('button', { name: /^Copied: kubectl/ }),
    ).toBeVisible();
    expect(copied).toHaveBeenCalledWith('kubectl -n checkout get pods');
  });

  it('resolves links and images, and lets nothing run', async () => {
    const { container } = renderPage({
      api: {
        getRunbook: async () =>
          runbookDetail({
            text: [
              '## Diagnosis',
              '[near](../b.md) [bad](javascript:alert(1)) [up](#diagnosis)',
              '<script>window.ran = 1</script><img src="x" onerror="window.ran = 1">',
              '![far](img/a.png) <a href="javascript:alert(2)">html</a>',
            ].join('\n\n'),
          }),
      },
    });
    expect(await screen.findByRole('link', { name: /^near/ })).toHaveAttribute(
      'href',
      'https://github.com/acme/runbooks/blob/main/b.md',
    );
    expect(screen.getByText('bad')).toBeVisible();
    expect(screen.queryByRole('link', { name: /bad|html/ })).toBeNull();
    expect(screen.getByRole('img', { name: 'far' })).toHaveAttribute(
      'src',
      'https://github.com/acme/runbooks/blob/main/checkout/img/a.png',
    );
    expect(container.innerHTML).not.toMatch(/<script|onerror|javascript:/i);
  });

  it('says once that nothing is executed, where a step leads elsewhere', async () => {
    renderPage({});
    expect(
      await screen.findAllByText(/Fairlead executes nothing/),
    ).toHaveLength(1);
  });

  it('says nothing of that where no step leads anywhere', async () => {
    renderPage({
      api: { getRunbook: async () => runbookDetail({ text: '1. Look' }) },
    });
    expect(await screen.findByText('Look')).toBeVisible();
    expect(screen.queryByText(/executes nothing/)).not.toBeInTheDocument();
  });

  it('starts for the alert that fires, and goes on as a checklist', async () => {
    const startUse = jest.fn(async () => runbookUse({ steps: STEPS }));
    renderPage({
      api: {
        getFiring: async () => page([firing()]),
        startUse,
        getUse: async () => runbookUse({ steps: STEPS }),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start: HighLatency' }),
    );
    expect(await screen.findAllByRole('checkbox')).toHaveLength(4);
    expect(startUse).toHaveBeenCalledWith({
      runbook: 'high-latency',
      for: { alert: 'HighLatency' },
      entity: COMPONENT_REF,
      labels: firing().labels,
    });
    expect(address()).toBe(
      `/runbooks/high-latency?alert=HighLatency&entity=${COMPONENT_REF}&use=use-1`,
    );
  });

  it('asks what for where nothing fires: an open incident, or a drill', async () => {
    const startUse = jest.fn(async () => runbookUse({ steps: STEPS }));
    renderPage({
      api: {
        startUse,
        getUse: async () => runbookUse({ steps: STEPS }),
        listIncidents: async () => ({
          ...page([
            incident({ title: 'Nobody can pay', resolvedAt: undefined }),
          ]),
          medians: [],
          foundByAlert: { n: 0, ratio: null },
          learning: { asked: 0, closed: 0, ratio: null },
          followUps: { open: 0, overdue: 0 },
        }),
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Start' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'What is it for?',
    });
    expect(
      await within(dialog).findByRole('radio', { name: /Nobody can pay/ }),
    ).toBeChecked();
    await userEvent.click(
      within(dialog).getByRole('radio', { name: 'A drill' }),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Start' }),
    );
    await waitFor(() =>
      expect(startUse).toHaveBeenCalledWith({
        runbook: 'high-latency',
        for: { drill: true },
        entity: COMPONENT_REF,
      }),
    );
  });

  it('goes on with what somebody started', async () => {
    renderPage({ api: { listUses: async () => page([runbookUse()]) } });
    expect(
      await screen.findByRole('button', { name: 'Continue' }),
    ).toHaveAttribute('href', expect.stringContaining('use=use-1'));
  });

  it('ticks at once', async () => {
    let answer: (changed: RunbookUse) => void = () => {};
    const changeUse = jest.fn(
      () =>
        new Promise<RunbookUse>(resolve => {
          answer = resolve;
        }),
    );
    renderUse(runbookUse({ steps: STEPS }), changeUse);
    const box = await screen.findByRole('checkbox', { name: 'Tell the team' });
    await userEvent.click(box);
    await waitFor(() => expect(box).toBeChecked());
    expect(screen.getByText('1 of 4 steps done')).toBeVisible();
    expect(changeUse).toHaveBeenCalledWith('use-1', {
      step: STEPS[3].id,
      done: true,
    });
    answer(runbookUse({ steps: STEPS, revision: 2 }));
  });

  it('takes a tick back with a message where it was not stored', async () => {
    const error = await refusal(500, { name: 'Error', message: 'disk full' });
    renderUse(runbookUse({ steps: STEPS }), async () => {
      throw error;
    });
    const box = await screen.findByRole('checkbox', { name: 'Tell the team' });
    await userEvent.click(box);
    expect(
      await screen.findByText(/The step is as before, since it was not stored/),
    ).toBeInTheDocument();
    expect(box).not.toBeChecked();
  });

  it('shows what others tick', async () => {
    const getUse = jest
      .fn(async () =>
        runbookUse({
          steps: STEPS.map(step => ({ ...step, done: true })),
          revision: 5,
        }),
      )
      .mockResolvedValueOnce(runbookUse({ steps: STEPS }));
    renderPage({ path: '?use=use-1', api: { getUse } });
    expect(await screen.findByText('0 of 4 steps done')).toBeVisible();
    expect(await screen.findByText('4 of 4 steps done')).toBeVisible();
  });

  it('keeps steps that the text has lost since', async () => {
    renderUse(
      runbookUse({
        steps: [{ id: 'gone', text: 'Restart the old host', done: false }],
      }),
    );
    expect(
      await screen.findByRole('checkbox', { name: 'Restart the old host' }),
    ).toBeEnabled();
  });

  it('finishes with a verdict and what to change', async () => {
    const finishUse = jest.fn(async () =>
      runbookUse({
        finishedAt: '2026-11-20T12:00:00Z',
        outcome: 'missing',
        note: 'How to log in',
      }),
    );
    renderPage({
      path: '?use=use-1',
      api: { getUse: async () => runbookUse({ steps: STEPS }), finishUse },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Finish' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Did the runbook help?',
    });
    const submit = within(dialog).getByRole('button', { name: 'Finish' });
    await userEvent.click(submit);
    expect(within(dialog).getByRole('alert')).toHaveTextContent(
      'Choose one of the three.',
    );
    await userEvent.click(
      within(dialog).getByRole('radio', { name: 'Something was missing' }),
    );
    await userEvent.type(
      within(dialog).getByRole('textbox'),
      ' How to log in ',
    );
    await userEvent.click(submit);
    expect(finishUse).toHaveBeenCalledWith('use-1', {
      outcome: 'missing',
      note: 'How to log in',
    });
    expect(await screen.findByText(/To change: .*How to log in/)).toBeVisible();
  });

  it('hands the timeline out as Markdown', async () => {
    const user = userEvent.setup();
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    renderPage({
      path: '?use=use-1',
      api: {
        getUse: async () => runbookUse({ steps: STEPS }),
        getTimeline: async () => '# Timeline',
      },
    });
    await user.click(
      await screen.findByRole('button', { name: 'Copy the timeline' }),
    );
    await screen.findByText('Timeline copied');
    expect(copied).toHaveBeenCalledWith('# Timeline');
  });

  it('keeps the link of a run', async () => {
    const changeUse = jest.fn(async () =>
      runbookUse({
        links: [
          { url: 'https://ci.example.com/1', at: '2026-11-20T11:55:00Z' },
        ],
      }),
    );
    renderUse(runbookUse(), changeUse);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Keep the link of a run' }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Address of the run' }),
      'https://ci.example.com/1',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Keep' }));
    await waitFor(() =>
      expect(changeUse).toHaveBeenCalledWith('use-1', {
        link: { url: 'https://ci.example.com/1' },
      }),
    );
  });

  it('says of when the last good copy is, and which host is down', async () => {
    renderPage({
      api: {
        getRunbook: async () =>
          runbookDetail({
            isLastGoodCopy: true,
            url: 'https://wiki.example.com/latency',
            health: health({
              resolves: { state: 'bad', reason: 'It does not answer.' },
            }),
          }),
      },
    });
    expect(
      await screen.findByText(
        /wiki\.example\.com.* cannot be read now\. This is the last good copy, of .*Nov 20/,
      ),
    ).toHaveTextContent('It does not answer.');
  });

  it('leads to where the text stands when none could be read', async () => {
    renderPage({
      api: {
        getRunbook: async () =>
          runbookDetail({
            text: undefined,
            url: 'https://wiki.example.com/latency',
          }),
      },
    });
    expect(
      await screen.findByText('No text of it could be read yet'),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: /Open at .*wiki\.example\.com/ }),
    ).toHaveAttribute('href', 'https://wiki.example.com/latency');
  });

  it('shows problems at their lines', async () => {
    renderPage({
      api: {
        getRunbook: async () =>
          runbookDetail({
            problems: [
              {
                line: 5,
                column: 1,
                rule: 'unfinished',
                severity: 'warning',
                message: 'Finish this.',
              },
            ],
          }),
      },
    });
    const problem = await screen.findByText('Finish this.');
    expect(problem.closest('li')).toHaveTextContent(
      /Warning, Line \S*5\S*: Finish this\./,
    );
    expect(screen.getByText('1 problem found in the text')).toBeVisible();
  });

  it('is verified in one click', async () => {
    const verifyRunbook = jest.fn(async () => {});
    renderPage({ api: { verifyRunbook } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'I read it, it holds' }),
    );
    expect(
      await screen.findByText('Noted: it holds as of now.'),
    ).toBeInTheDocument();
    expect(verifyRunbook).toHaveBeenCalledWith('high-latency');
  });

  it('says in words that it is not there', async () => {
    const error = await refusal(404);
    renderPage({
      api: {
        getRunbook: async () => {
          throw error;
        },
      },
    });
    expect(await screen.findByText('This runbook is not there')).toBeVisible();
  });

  it('tries again when asked after an error', async () => {
    const error = await refusal(500);
    const getRunbook = jest
      .fn(async () => runbookDetail())
      .mockRejectedValueOnce(error);
    renderPage({ api: { getRunbook } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await section('Diagnosis')).toBeVisible();
  });

  it('begins folded where it is long, and draws 10,000 headings in parts', async () => {
    const text = `## Mitigation\n\nStop it.\n\n${Array.from(
      { length: 10_000 },
      (_, i) => `## Part ${i}\n\ntext ${i}\n`,
    ).join('\n')}`;
    renderPage({ api: { getRunbook: async () => runbookDetail({ text }) } });
    expect(await screen.findByText('Stop it.')).toBeVisible();
    expect(await section('Part 0', false)).toBeVisible();
    expect(screen.queryByText('text 0')).not.toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Show 9,801 more sections' }),
    ).toBeVisible();
  });

  it('has no accessibility violations', async () => {
    const { container } = renderPage({
      path: '?use=use-1',
      api: {
        getFiring: async () => page([firing()]),
        getUse: async () => runbookUse({ steps: STEPS }),
        listUses: async () => page([runbookUse({ steps: STEPS })]),
      },
    });
    await screen.findAllByRole('checkbox');
    await screen.findByText('checkout', { selector: 'mark' });
    expect(
      await axe(
        container.querySelector('article')!.parentElement!.parentElement!,
      ),
    ).toHaveNoViolations();
  });
});
