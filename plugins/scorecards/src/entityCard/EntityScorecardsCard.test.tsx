import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { EntityScorecardsResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  check,
  COMPONENT,
  entityScorecards,
  GROUP,
  PASSING_RESULT,
  result,
} from '../__fixtures__';
import { mockScorecardsApi } from '../__testUtils__/mockScorecardsApi';
import { entityScorecardsCard } from '../extensions/entityCards';
import { scorecardsPage } from '../extensions/pages';

function renderCard(
  answer: () => Promise<EntityScorecardsResponse>,
  entity = COMPONENT as typeof COMPONENT | typeof GROUP,
) {
  const api = mockScorecardsApi({ getEntityScorecards: jest.fn(answer) });
  const page = renderTestApp({
    apis: [api],
    extensions: [
      createTestEntityPage({ entity }),
      entityScorecardsCard,
      scorecardsPage,
    ],
  });
  return { api, page };
}

describe('entity card', () => {
  it('says first what is left to do, then where the entity stands', async () => {
    renderCard(async () => entityScorecards());
    const section = await screen.findByRole('region', {
      name: 'Production readiness',
    });
    expect(within(section).getByText('2 checks to silver')).toBeVisible();
    expect(within(section).getByText('Bronze')).toBeVisible();
    expect(within(section).getByText('22 / 100')).toBeVisible();
    expect(within(section).getByText('2 of 9 points')).toBeVisible();
  });

  it('lists the checks that lead on, the heaviest first, each with reason, why and the next step', async () => {
    renderCard(async () => entityScorecards());
    const [first, second, ...rest] = within(
      await screen.findByRole('region', { name: 'Production readiness' }),
    ).getAllByRole('listitem');
    expect(rest).toEqual([]);
    expect(first).toHaveTextContent('Runbook for every firing alert');
    expect(first).toHaveTextContent('Fail · runbooks.alerts.uncovered is 2');
    expect(first).toHaveTextContent(
      'At two in the morning nobody reads source code.',
    );
    expect(
      within(first).getByRole('link', {
        name: 'How to fix: Runbook for every firing alert',
      }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining(
        '/scorecards?check=production-readiness%2Frunbook-for-alerts',
      ),
    );
    expect(
      within(second).getByRole('link', {
        name: /^Fix: Builds answer within ten minutes/,
      }),
    ).toHaveAttribute('href', 'https://example.com/fast-builds');
  });

  it('announces checks that count later', async () => {
    renderCard(async () => entityScorecards());
    expect(
      await screen.findByText('1 more check counts from Jan 1, 2027'),
    ).toBeVisible();
  });

  it('never follows an address that is not a web link', async () => {
    const unsafe = check({
      id: 'c',
      status: 'fail',
      // eslint-disable-next-line no-script-url -- what is kept out
      fix: { url: 'javascript:alert(1)' },
    });
    renderCard(async () =>
      entityScorecards([
        result({ checks: [unsafe], next: { level: 'silver', checks: ['c'] } }),
      ]),
    );
    const links = await screen.findAllByRole('link', { name: /c/ });
    links.forEach(link =>
      expect(link).toHaveAttribute(
        'href',
        expect.not.stringMatching(/script:/),
      ),
    );
  });

  it('keeps to four checks and says how many more there are', async () => {
    const checks = ['a', 'b', 'c', 'd', 'e', 'f'].map(id =>
      check({ id, status: 'fail', level: 'silver' }),
    );
    renderCard(async () =>
      entityScorecards([
        result({
          checks,
          next: { level: 'silver', checks: checks.map(({ id }) => id) },
        }),
      ]),
    );
    const section = await screen.findByRole('region', {
      name: 'Production readiness',
    });
    expect(within(section).getAllByRole('listitem')).toHaveLength(4);
    expect(screen.getByRole('link', { name: 'and 2 more' })).toBeVisible();
  });

  it.each([
    ['when all is well', [PASSING_RESULT], 'All checks pass'],
    [
      'when nothing applies',
      [
        result({
          next: null,
          level: null,
          score: null,
          scoreParts: { pass: 0, total: 0 },
          checks: [check({ id: 'c', status: 'not-applicable' })],
        }),
      ],
      'None of its checks applies here',
    ],
    [
      'when some are waived',
      [
        result({
          next: null,
          checks: [
            check({ id: 'a', status: 'pass' }),
            check({ id: 'b', status: 'waived' }),
          ],
        }),
      ],
      'All checks pass or are waived',
    ],
  ])('says so %s', async (_, scorecards, sentence) => {
    renderCard(async () => entityScorecards(scorecards));
    expect(await screen.findByText(sentence)).toBeVisible();
  });

  it('never shows a score of nothing as 0', async () => {
    renderCard(async () =>
      entityScorecards([
        result({ score: null, scoreParts: { pass: 0, total: 0 }, level: null }),
      ]),
    );
    expect(await screen.findByText('Nothing is counted yet')).toBeVisible();
    expect(screen.queryByText(/\/ 100/)).not.toBeInTheDocument();
  });

  it.each([
    ['not evaluated yet', { evaluatedAt: null }, 'Not evaluated yet'],
    [
      'evaluated before scorecards were read',
      { awaits: 'scorecards' as const },
      'No scorecard is in force yet',
    ],
    [
      'evaluated before a new scorecard judged it',
      { awaits: 'evaluation' as const },
      'Results are on their way',
    ],
    [
      'of no interest to any scorecard',
      {},
      'No scorecard applies to this entity',
    ],
  ])('is calm about an entity %s', async (_, changes, title) => {
    renderCard(async () => entityScorecards([], changes));
    expect(await screen.findByText(title)).toBeVisible();
  });

  it('takes an entity that the backend has not heard of for one not evaluated yet', async () => {
    renderCard(async () => {
      throw await refusal(404);
    });
    expect(await screen.findByText('Not evaluated yet')).toBeVisible();
  });

  it('says in words that permission lacks', async () => {
    renderCard(async () => {
      throw await refusal(403);
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('shows an error and tries again when asked', async () => {
    const error = await refusal(500);
    const answer = jest
      .fn(async () => entityScorecards())
      .mockRejectedValueOnce(error);
    renderCard(answer);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('2 checks to silver')).toBeVisible();
    expect(answer).toHaveBeenCalledTimes(2);
  });

  it('stays away from groups', async () => {
    const { api } = renderCard(async () => entityScorecards(), GROUP);
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
    expect(api.getEntityScorecards).not.toHaveBeenCalled();
  });

  it('has no accessibility violations', async () => {
    const { page } = renderCard(async () =>
      entityScorecards([result(), PASSING_RESULT]),
    );
    await screen.findByText('2 checks to silver');
    // The heading of the card is the catalog's, and so is its place among the headings of the page.
    const rules = { 'heading-order': { enabled: false } };
    expect(await axe(page.container, { rules })).toHaveNoViolations();
  });
});
