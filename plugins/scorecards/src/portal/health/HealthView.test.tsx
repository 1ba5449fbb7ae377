import { HealthResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { address, refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPortal } from '../__testUtils__/renderPortal';

const NOW = '2026-11-20T12:00:00.000Z';
const SCORECARD = 'scorecard:default/production-readiness';

const TROUBLED: HealthResponse = {
  at: NOW,
  evaluation: {
    due: 1_412,
    oldestDueAt: '2026-11-20T11:30:00.000Z',
    leased: 50,
    leasesOver: 3,
    unfinished: [SCORECARD],
  },
  sources: [
    {
      id: 'files',
      title: 'Files of repositories',
      facts: ['files.readme'],
      lastStartedAt: NOW,
      lastFinishedAt: NOW,
      lastOutcome: 'failure',
      lastSuccessAt: '2026-11-18T12:00:00.000Z',
      lastError: '503 Service Unavailable',
      entities: 4,
      entitiesInError: 0,
    },
  ],
  costlyChecks: [
    {
      scorecardRef: SCORECARD,
      checkId: 'named',
      title: 'Named as the others are',
      steps: 12_345,
      samples: 7,
    },
  ],
  missingFacts: [
    { factId: 'no.such', state: 'undeclared', scorecardRefs: [SCORECARD] },
    { factId: 'not.yet', state: 'never-received', scorecardRefs: [SCORECARD] },
  ],
  refused: [
    {
      scorecardRef: 'scorecard:default/wrong',
      problems: [{ path: 'spec.levels', message: 'There is no level' }],
      versionInForce: null,
    },
  ],
};

describe('HealthView', () => {
  it('is found from the list, and says in a sentence that all is well', async () => {
    const { container } = renderPortal('', {
      api: { listSources: async () => [] },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Health' }),
    );
    expect(address()).toBe('/scorecards/health');
    expect(await screen.findByText('Nothing is due.')).toBeInTheDocument();
    expect(container).toHaveTextContent('All definitions are in force');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('counts what needs attention, and tells of each what to do', async () => {
    const { container } = renderPortal('/health', {
      api: { getHealth: async () => TROUBLED },
    });
    // The lag, the leases, a source, two facts and a definition.
    expect(
      await screen.findByText('6 things need attention.'),
    ).toBeInTheDocument();
    expect(container).toHaveTextContent(/1,412 entities are due, the oldest/);
    expect(container).toHaveTextContent('3 entities were in hand for too long');
    expect(container).toHaveTextContent('spec.levels: There is no level');
    expect(container).toHaveTextContent('no version is in force');
    expect(container).toHaveTextContent('no.such: nobody declares it');
    expect(container).toHaveTextContent('not.yet: it is declared');
    expect(container).toHaveTextContent('503 Service Unavailable');
    expect(container).toHaveTextContent('last success');
    const costly = screen.getByRole('region', {
      name: 'Checks that are most work',
    });
    expect(within(costly).getByText('12,345')).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('names the permission that it needs', async () => {
    renderPortal('/health', {
      api: {
        getHealth: async () => {
          throw await refusal(403);
        },
      },
    });
    expect(
      await screen.findByText(/“scorecards.health.read”/),
    ).toBeInTheDocument();
  });
});
