import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { CheckResult } from '@fairlead/backstage-plugin-scorecards-common';
import { screen } from '@testing-library/react';
import { check, COMPONENT } from '../__fixtures__';
import { mockScorecardsApi } from '../__testUtils__/mockScorecardsApi';
import { CheckAction } from '../nextStep';
import { rootRouteRef } from '../routes';
import { CheckDetails } from './CheckDetails';

const ASKED: CheckResult = {
  ...check({ id: 'carries', status: 'no-data' }),
  title: 'Carries ten times the users',
  reason: 'Not answered. crew answers',
  question: {
    text: 'Will it carry ten times the users?',
    choices: [{ id: 'yes', title: 'Yes', passes: true }],
    evidence: 'optional',
    expiresAfter: '180d',
    teams: [{ side: 'entity-owner', teamRef: 'group:default/crew' }],
  },
  answers: [],
};

const render = (element: JSX.Element) =>
  renderInTestApp(element, {
    apis: [
      mockScorecardsApi({
        getEntityTransitions: async () => ({ items: [], totalItems: 0 }),
      }),
      mockApis.permission({ authorize: AuthorizeResult.ALLOW }),
      mockApis.identity({ ownershipEntityRefs: ['group:default/crew'] }),
    ],
    mountedRoutes: { '/scorecards': rootRouteRef },
  });

describe('a check that is a question', () => {
  it('opens to what is asked, the answers and the form, and to no rule', async () => {
    await render(
      <CheckDetails
        check={ASKED}
        entity={COMPONENT}
        scorecardRef="scorecard:default/growth"
      />,
    );
    expect(screen.getByText('Asked')).toBeVisible();
    expect(
      screen.getByText('Will it carry ten times the users?'),
    ).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Answer' })).toBeVisible();
    for (const part of ['Wanted', 'Bring the data', 'Fix', 'Result']) {
      expect(screen.queryByText(part)).not.toBeInTheDocument();
    }
  });

  it('is answered next, where nobody has or the answer is stale', async () => {
    await render(
      <>
        {(['no-data', 'stale', 'fail'] as const).map(status => (
          <CheckAction
            key={status}
            check={{ ...ASKED, status, title: status }}
            detailsLink={`/details/${status}`}
          />
        ))}
      </>,
    );
    expect(
      screen.getByRole('link', { name: 'Answer: no-data' }),
    ).toHaveTextContent('Answer');
    expect(
      screen.getByRole('link', { name: 'Answer: stale' }),
    ).toHaveTextContent('Answer');
    // It was answered: what stands there is to be read, not to be overwritten.
    expect(
      screen.getByRole('link', { name: 'How to fix: fail' }),
    ).toHaveTextContent('Details');
  });
});
