import {
  Journey,
  MyJourneys,
} from '@fairlead/backstage-plugin-onboarding-common';
import { fakeNow, refusal } from '@fairlead/frontend-parts/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  HELP_REQUEST,
  journey,
  journeyWith,
  mine,
  task,
  TRACK_REF,
} from '../__fixtures__';
import { renderOnboarding } from '../__testUtils__/renderOnboarding';
import { OnboardingApi } from '../api';

beforeEach(fakeNow);
afterEach(() => jest.useRealTimers());

function renderPage(answer: MyJourneys, api: Partial<OnboardingApi> = {}) {
  return renderOnboarding('', { getMine: async () => answer, ...api });
}

const next = async (title: string) =>
  (await screen.findByRole('heading', { name: title })).closest('section')!;

describe('my journey', () => {
  it('puts the next task first, then people, all tasks with their reasons, and firsts', async () => {
    const { container } = renderPage(mine());
    const section = await next('Set up your laptop');
    expect(section).toHaveTextContent('Next · about 2 h · by');
    expect(section).toHaveTextContent('You mark it as done yourself.');
    expect(
      within(section).getAllByRole('button', { name: /Set up your laptop/ }),
    ).toHaveLength(2);
    expect(screen.getByText(/Onboarding|For newcomers/)).toHaveTextContent(
      'Day 3',
    );

    const tasks = within(screen.getByRole('list', { name: 'First week' }));
    const [, merged, locked, waived] = tasks
      .getAllByRole('listitem')
      .map(item => item.textContent);
    expect(merged).toMatch(
      /Done.*Verified by \S*Fix a typo.* · made with an agent · on \S*checkout-web/,
    );
    expect(tasks.getByRole('link', { name: /Fix a typo/ })).toHaveAttribute(
      'href',
      'https://github.com/acme/checkout-web/pull/7',
    );
    expect(locked).toMatch(/Later.*After: \S*Set up your laptop/);
    expect(waived).toMatch(/Left out.*works from home/);
    expect(screen.getAllByText('1 of 3 done · 1 left out')).toHaveLength(2);

    expect(screen.getByText('Your manager').parentElement).toHaveTextContent(
      'nobody yet',
    );
    expect(
      screen.getByText('First merged change').closest('li'),
    ).toHaveTextContent(/after \S*2\.1 d\S* · made with an agent/);
    expect(
      screen.getByText(/First deployment/).closest('li'),
    ).toHaveTextContent(/not yet, \S*3 d\S* so far/);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says that somebody is through once all that counts is done', async () => {
    const open = journey();
    renderPage(
      mine({
        journeys: [
          {
            ...open,
            state: 'finished',
            next: undefined,
            progress: { ...open.progress, done: 3, total: 3 },
          },
        ],
      }),
    );
    expect(
      await screen.findByRole('heading', { name: /You are through/ }),
    ).toBeInTheDocument();
  });

  it('shows whoever gets ready for on-call no firsts of newcomers', async () => {
    renderPage(mine({ journeys: [journey({ purpose: 'on-call' })] }));
    await next('Set up your laptop');
    expect(screen.queryByText('First merged change')).not.toBeInTheDocument();
  });

  it('marks a task as done in one click, and says so', async () => {
    const done = journeyWith(
      task({ id: 'merge2', title: 'Read the handbook' }),
    );
    const after: Journey = {
      ...done,
      milestones: [
        {
          ...done.milestones[0],
          tasks: [
            task({ state: 'done', evidence: { by: 'self' }, can: [] }),
            ...done.milestones[0].tasks,
          ],
        },
      ],
    };
    const getMine = jest
      .fn<Promise<MyJourneys>, []>()
      .mockResolvedValueOnce(mine())
      .mockResolvedValue(mine({ journeys: [after] }));
    const completeTask = jest.fn(async () => after);
    renderPage(mine(), { getMine, completeTask });
    const section = await next('Set up your laptop');
    await userEvent.click(
      await within(section).findByRole('button', { name: /^Mark as done/ }),
    );
    expect(
      await screen.findByText(/Done: \S*Set up your laptop/),
    ).toBeVisible();
    expect(completeTask).toHaveBeenCalledWith('j1', 'laptop');
    expect(await next('Read the handbook')).toHaveTextContent('Next');
    expect(
      screen.getByRole('heading', { name: 'Read the handbook' }),
    ).toHaveFocus();
  });

  it('says of what records verify that there is nothing to tick, and has no button for it', async () => {
    renderPage(
      mine({
        journeys: [
          journeyWith(
            task({
              id: 'change',
              title: 'Get three changes merged',
              verifiedBy: {
                by: 'record',
                record: 'merged-change',
                times: 3,
                reached: 1,
              },
              can: ['help'],
            }),
          ),
        ],
      }),
    );
    const section = await next('Get three changes merged');
    expect(section).toHaveTextContent(
      'Nothing to tick: it shows by itself once 3 changes of yours are merged. 1 of 3 so far.',
    );
    await within(section).findByRole('button', { name: /^I’m stuck/ });
    expect(within(section).getAllByRole('button')).toHaveLength(1);
  });

  it('starts a template, and shows a run that failed with the way to start it again', async () => {
    const startTask = jest.fn(async () => journey());
    renderPage(
      mine({
        journeys: [
          journeyWith(
            task({
              id: 'access',
              title: 'Get access',
              verifiedBy: {
                by: 'template',
                templateRef: 'template:default/access',
              },
              run: {
                taskId: 'r1',
                state: 'failed',
                startedAt: '2026-11-20T10:00:00Z',
              },
              can: ['start', 'help'],
            }),
          ),
        ],
      }),
      { startTask },
    );
    const section = await next('Get access');
    expect(section).toHaveTextContent(/started \S*2 hours ago\S* failed/);
    await userEvent.click(
      await within(section).findByRole('button', { name: /^Start it again/ }),
    );
    expect(startTask).toHaveBeenCalledWith('j1', 'access');
  });

  it('asks three questions of whoever is stuck, and sends the answers', async () => {
    const askForHelp = jest.fn(async () => journey());
    renderPage(mine(), { askForHelp });
    const section = await next('Set up your laptop');
    await userEvent.click(
      await within(section).findByRole('button', { name: /^I’m stuck/ }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Ask for help' }));
    expect(dialog.getByText('Choose one of the two')).toBeVisible();
    expect(askForHelp).not.toHaveBeenCalled();

    const answers = {
      'What have you tried?': 'All of it',
      'What does the error say?': 'ENOENT',
      'What would you do if nobody were here?': 'Start over',
    };
    for (const [label, value] of Object.entries(answers)) {
      fireEvent.change(dialog.getByLabelText(label), { target: { value } });
    }
    await userEvent.click(dialog.getByRole('radio', { name: /^Context/ }));
    await userEvent.click(dialog.getByRole('button', { name: 'Ask for help' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(askForHelp).toHaveBeenCalledWith('j1', 'laptop', {
      tried: 'All of it',
      errorSays: 'ENOENT',
      ifNobodyWereHere: 'Start over',
      missing: 'context',
    });
  });

  it('shows the answer to a call for help, takes votes on documentation, and offers a newer version', async () => {
    const solveHelp = jest.fn(async () => journey());
    const voteOnDocs = jest.fn(async () => journey());
    const moveJourney = jest.fn(async () => journey());
    renderPage(
      mine({
        journeys: [
          {
            ...journeyWith(
              task({
                docs: 'https://docs.acme.test/laptop',
                can: ['complete', 'help', 'vote'],
                help: {
                  ...HELP_REQUEST,
                  toRef: 'user:default/ben',
                  reply: {
                    text: 'Use the blue cable.',
                    by: 'user:default/ben',
                    at: '2026-11-20T11:00:00Z',
                  },
                },
              }),
            ),
            newerVersion: 3,
          },
        ],
      }),
      { solveHelp, voteOnDocs, moveJourney },
    );
    const section = await next('Set up your laptop');
    expect(section).toHaveTextContent('Use the blue cable.');
    expect(
      within(section).queryByRole('button', { name: /stuck/ }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      await within(section).findByRole('button', { name: 'I can go on' }),
    );
    expect(solveHelp).toHaveBeenCalledWith('j1', 'laptop');

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Move to the newest version',
      }),
    );
    expect(moveJourney).toHaveBeenCalledWith('j1');
  });

  it('sends what is wrong with the documentation', async () => {
    const voteOnDocs = jest.fn(async () => journey());
    renderPage(
      mine({
        journeys: [
          journeyWith(
            task({ docs: 'https://docs.acme.test/laptop', can: ['vote'] }),
          ),
        ],
      }),
      { voteOnDocs },
    );
    const section = await next('Set up your laptop');
    await userEvent.click(
      await within(section).findByRole('button', { name: 'It is wrong' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('In a few words'), {
      target: { value: 'The link is dead' },
    });
    await userEvent.click(dialog.getByRole('button', { name: 'Send' }));
    await waitFor(() =>
      expect(voteOnDocs).toHaveBeenCalledWith('j1', 'laptop', {
        vote: 'wrong',
        note: 'The link is dead',
      }),
    );
  });

  it('shows what others wait for: an answer, a yes or no, and a task', async () => {
    const replyToHelp = jest.fn(async () => {});
    const answerBuddy = jest.fn(async () => journey());
    renderPage(
      mine({
        journeys: [],
        helpRequests: [HELP_REQUEST],
        buddyProposals: [
          {
            journeyId: 'j3',
            userRef: 'user:default/dee',
            trackTitle: 'Engineer at Acme',
          },
        ],
        tasksForOthers: [
          {
            journeyId: 'j2',
            userRef: 'user:default/cleo',
            trackTitle: 'Engineer at Acme',
            task: task({ id: 'desk', title: 'Order a desk', for: 'manager' }),
          },
        ],
      }),
      { replyToHelp, answerBuddy },
    );
    expect(await screen.findByText('You are on no track')).toBeVisible();
    expect(screen.getByText('AUTH_FAILED')).toBeVisible();
    expect(screen.getByText('Order a desk')).toBeVisible();
    await userEvent.click(
      await screen.findByRole('button', { name: /^I will go along with/ }),
    );
    expect(answerBuddy).toHaveBeenCalledWith('j3', { answer: 'accept' });

    await userEvent.click(screen.getByRole('button', { name: /^Answer:/ }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('Your answer'), {
      target: { value: 'Do it' },
    });
    await userEvent.click(
      dialog.getByRole('button', { name: 'Send the answer' }),
    );
    await waitFor(() =>
      expect(replyToHelp).toHaveBeenCalledWith('h1', { text: 'Do it' }),
    );
  });

  it('offers the tracks that may be started to whoever is on none', async () => {
    const startJourney = jest.fn(async () => journey());
    renderPage(
      mine({
        journeys: [],
        startable: [
          { trackRef: TRACK_REF, title: 'On-call', purpose: 'on-call' },
        ],
      }),
      { startJourney },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /Start: \S*On-call/ }),
    );
    expect(startJourney).toHaveBeenCalledWith({ track: TRACK_REF });
  });

  it('tells whoever may start none whom to ask, and whom the catalog does not know what that means', async () => {
    const { unmount } = renderPage(mine({ journeys: [] }));
    expect(await screen.findByText(/ask the lead of your team/)).toBeVisible();
    unmount();
    renderPage(
      mine({
        userRef: 'user:default/guest',
        isUnknown: true,
        journeys: [],
      }),
    );
    expect(
      await screen.findByText('The catalog does not know you'),
    ).toBeVisible();
    expect(screen.getByText(/user:default\/guest/)).toBeVisible();
  });

  it('says in words that permission lacks', async () => {
    const refused = await refusal(403);
    renderPage(mine(), {
      getMine: async () => {
        throw refused;
      },
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});

describe('the journey of somebody else', () => {
  it('shows a buddy how far it is and whose it is, and no times', async () => {
    renderOnboarding('/journeys/j1', {
      getJourney: async () => journey({ role: 'buddy', moments: [] }),
    });
    const section = await next('Set up your laptop');
    expect(section).toHaveTextContent(/Next for/);
    expect(section).toHaveTextContent('Whoever does it marks it as done.');
    expect(screen.queryByText('Your firsts')).not.toBeInTheDocument();
    expect(screen.getByText('Buddy')).toBeVisible();
  });

  it('opens at the task that a notification is about, with the question to answer there', async () => {
    const asked = task({
      id: 'vpn',
      title: 'Join the VPN',
      help: { ...HELP_REQUEST, journeyId: 'j1' },
      can: [],
    });
    const [milestone] = journey().milestones;
    const replyToHelp = jest.fn(async () => undefined);
    renderOnboarding('/journeys/j1#task-j1-vpn', {
      replyToHelp,
      getJourney: async () =>
        journey({
          role: 'buddy',
          moments: [],
          milestones: [{ ...milestone, tasks: [task(), asked] }],
        }),
    });
    const row = await screen.findByRole('button', {
      name: /^To do\s*Join the VPN/,
    });
    expect(row).toHaveAttribute('aria-expanded', 'true');
    expect(row).toHaveFocus();
    expect(screen.getByText('AUTH_FAILED')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /^Answer: / }));
    fireEvent.change(await screen.findByLabelText('Your answer'), {
      target: { value: 'Make a new key' },
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Send the answer' }),
    );
    await waitFor(() =>
      expect(replyToHelp).toHaveBeenCalledWith('h1', {
        text: 'Make a new key',
      }),
    );
  });
});
