import { refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { createExampleApi } from '../__fixtures__';
import { renderPortal } from '../__testUtils__/renderPortal';

describe('ScorecardList', () => {
  it('says of each scorecard what it is about, who answers for it and where its entities stand', async () => {
    const { container } = renderPortal('', { entities: 40 });
    const link = await screen.findByRole('link', {
      name: 'Production readiness',
    });
    expect(link).toHaveAttribute(
      'href',
      '/scorecards/default/production-readiness',
    );
    expect(
      screen.getByText('What a service needs before people depend on it.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/40 entities/)).toBeInTheDocument();
    const levels = screen.getByRole('list', { name: 'Entities by level' });
    expect(
      within(levels)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['Gold 6', 'Silver 0', 'Bronze 23', 'No level yet 11']);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says which version is in force while the newest has problems', async () => {
    const api = createExampleApi({ entities: 1, now: Date.now() });
    const scorecard = await api.getScorecard(
      'scorecard:default/production-readiness',
    );
    const problems = [
      { path: 'spec.levels', message: 'takes a list' },
      { path: 'spec.owner', message: 'is missing' },
    ];
    renderPortal('', {
      api: {
        listScorecards: async () => ({
          items: [{ ...scorecard, problems }],
          totalItems: 1,
        }),
      },
    });
    expect(
      await screen.findByText(
        'The version in the catalog has 2 problems; version 3 is in force.',
      ),
    ).toBeInTheDocument();
  });

  it('gives a scorecard to copy while there is none', async () => {
    const { container } = renderPortal('', {
      api: { listScorecards: async () => ({ items: [], totalItems: 0 }) },
    });
    expect(await screen.findByText('No scorecards yet')).toBeInTheDocument();
    await waitFor(() =>
      expect(container).toHaveTextContent('apiVersion: fairlead.dev/v1alpha1'),
    );
    expect(
      screen.getByRole('button', { name: 'Open the playground' }),
    ).toHaveAttribute('href', '/scorecards/playground');
  });

  it('explains a refusal', async () => {
    renderPortal('', {
      api: {
        listScorecards: async () => {
          throw await refusal(403);
        },
      },
    });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });

  it('tries again after an error', async () => {
    const api = createExampleApi({ entities: 1, now: Date.now() });
    renderPortal('', {
      api: {
        listScorecards: jest
          .fn(api.listScorecards)
          .mockRejectedValueOnce(await refusal(500)),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByRole('link', { name: 'Production readiness' }),
    ).toBeInTheDocument();
  });
});
