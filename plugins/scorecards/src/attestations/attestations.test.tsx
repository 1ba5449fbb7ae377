import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  AskedQuestion,
  Attestation,
} from '@fairlead/backstage-plugin-scorecards-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { mockScorecardsApi } from '../__testUtils__/mockScorecardsApi';
import { ScorecardsApi } from '../api';
import { AnswerList, AnswerQuestion } from '.';

const QUESTION: AskedQuestion = {
  text: 'Will it carry ten times the users?',
  help: 'Look at the last **load test**.',
  choices: [
    { id: 'yes', title: 'Yes', passes: true },
    { id: 'no', title: 'No', passes: false },
  ],
  evidence: 'required',
  expiresAfter: '180d',
  teams: [
    { side: 'entity-owner', teamRef: 'group:default/crew' },
    { side: 'scorecard-owner', teamRef: 'group:default/office' },
  ],
};

const ABOUT = {
  entityRef: 'component:default/ferry',
  scorecardRef: 'scorecard:default/growth',
};

function answer(changes: Partial<Attestation> = {}): Attestation {
  return {
    ...ABOUT,
    id: 'a-1',
    checkId: 'carries',
    teamRef: 'group:default/crew',
    question: QUESTION.text,
    choice: 'yes',
    choiceTitle: 'Yes',
    text: 'Measured in spring',
    evidence: [{ url: 'https://example.com/load', title: 'Load test' }],
    answeredAt: '2026-11-01T08:00:00.000Z',
    expiresAt: '2027-04-30T08:00:00.000Z',
    state: 'in-force',
    ...changes,
  };
}

const NO = answer({
  id: 'a-2',
  teamRef: 'group:default/office',
  choice: 'no',
  choiceTitle: 'No',
  text: undefined,
  evidence: [],
});

async function render(
  options: {
    answers?: Attestation[];
    question?: Partial<AskedQuestion>;
    teams?: string[];
    api?: Partial<ScorecardsApi>;
  } = {},
) {
  const { answers = [], teams = ['group:default/crew'] } = options;
  const question = { ...QUESTION, ...options.question };
  const { container } = await renderInTestApp(
    <>
      <AnswerList answers={answers} question={question} {...ABOUT} />
      <AnswerQuestion
        check={{ id: 'carries', answers }}
        question={question}
        entityName="Ferry"
        {...ABOUT}
      />
    </>,
    {
      apis: [
        mockScorecardsApi(options.api),
        mockApis.permission({ authorize: AuthorizeResult.ALLOW }),
        mockApis.identity({ ownershipEntityRefs: teams }),
      ],
    },
  );
  return container;
}

describe('answering a question', () => {
  it('asks for a choice and for links where they are required, and sends them for the team', async () => {
    const answerQuestion = jest.fn(async () => answer());
    await render({ api: { answerQuestion } });
    expect(screen.getByText('Nobody has answered yet.')).toBeVisible();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Answer' }),
    );
    const dialog = within(screen.getByRole('dialog'));
    expect(await dialog.findByText('load test')).toBeVisible();
    const send = dialog.getByRole('button', { name: 'Send' });

    await userEvent.click(send);
    expect(dialog.getByText('Choose an answer')).toBeVisible();
    expect(
      dialog.getByText('The check takes no answer without a link'),
    ).toBeVisible();

    const link = dialog.getByRole('textbox', { name: /^Link to/ });
    fireEvent.change(link, { target: { value: 'ftp://example.com' } });
    await userEvent.click(dialog.getByRole('radio', { name: 'Yes' }));
    expect(dialog.getByText(/begins with https/)).toBeVisible();
    await userEvent.click(send);
    expect(answerQuestion).not.toHaveBeenCalled();

    fireEvent.change(link, { target: { value: ' https://example.com/l ' } });
    expect(await axe(screen.getByRole('dialog'))).toHaveNoViolations();
    await userEvent.click(send);
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(answerQuestion).toHaveBeenCalledWith({
      ...ABOUT,
      checkId: 'carries',
      choice: 'yes',
      teamRef: 'group:default/crew',
      evidence: [{ url: 'https://example.com/l' }],
    });
  });

  it('keeps what was written where it was refused, and says why', async () => {
    await render({
      question: { evidence: 'optional' },
      api: {
        answerQuestion: async () => {
          throw new Error('The harbour is closed');
        },
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Answer' }),
    );
    await userEvent.click(screen.getByRole('radio', { name: 'No' }));
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(
      await screen.findAllByText(/The harbour is closed/),
    ).not.toHaveLength(0);
    expect(screen.getByRole('radio', { name: 'No' })).toBeChecked();
  });

  it('lets somebody of both teams say for which they answer', async () => {
    await render({ teams: ['group:default/crew', 'group:default/office'] });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Answer' }),
    );
    expect(
      screen.getByRole('combobox', { name: 'You answer for' }),
    ).toHaveValue('group:default/crew');
  });

  it('tells others who may answer', async () => {
    await render({ teams: ['group:default/guests'] });
    expect(
      await screen.findByText(
        (_, element) =>
          element?.tagName === 'P' &&
          /Members of crew, office can answer/.test(element.textContent ?? ''),
      ),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Answer' }),
    ).not.toBeInTheDocument();
  });

  it('says what to do where nobody may', async () => {
    await render({ question: { teams: [] } });
    expect(screen.getByText(/no team owns this/)).toBeVisible();
  });
});

describe('the answers to a question', () => {
  it('stand side by side with team, words, links and until when they hold', async () => {
    const container = await render({
      answers: [
        answer(),
        answer({
          id: 'a-3',
          teamRef: 'group:default/office',
          state: 'expired',
          expiresAt: '2026-05-30T08:00:00.000Z',
          question: 'Does it scale?',
        }),
      ],
    });
    const [first, second] = screen
      .getAllByRole('listitem')
      .filter(item => within(item).queryByText('Yes'));
    expect(first).toHaveTextContent(/crew/);
    expect(first).toHaveTextContent('Measured in spring');
    expect(first).toHaveTextContent(/Holds until/);
    expect(
      within(first).getByRole('link', { name: /Load test/ }),
    ).toHaveAttribute('href', 'https://example.com/load');
    expect(second).toHaveTextContent(/Expired on/);
    expect(second).toHaveTextContent('Asked then: Does it scale?');
    expect(
      await screen.findByRole('button', { name: 'Answer again' }),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('are settled by the owner where they contradict each other, with a reason', async () => {
    const settleAnswers = jest.fn(async () => answer());
    await render({ answers: [answer(), NO], api: { settleAnswers } });
    expect(screen.getByText(/contradict each other/)).toBeVisible();
    await userEvent.click(
      await screen.findByRole('button', { name: /^This one holds: No/ }),
    );
    const dialog = within(screen.getByRole('dialog'));
    const send = dialog.getByRole('button', { name: 'This one holds' });
    expect(send).toBeDisabled();
    fireEvent.change(dialog.getByRole('textbox', { name: /Reason/ }), {
      target: { value: 'They measured' },
    });
    await userEvent.click(send);
    await waitFor(() =>
      expect(settleAnswers).toHaveBeenCalledWith('a-2', {
        decision: 'settle',
        reason: 'They measured',
      }),
    );
  });

  it('offer nothing to settle to other teams', async () => {
    await render({ answers: [answer(), NO], teams: ['group:default/office'] });
    expect(
      await screen.findByRole('button', { name: 'Answer again' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /^This one holds/ }),
    ).not.toBeInTheDocument();
  });
});
