import { address } from '@fairlead/frontend-parts/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { giveElementsSize, renderPortal } from '../__testUtils__/renderPortal';

const TREND = '/default/production-readiness/trend';

beforeEach(() => giveElementsSize());
afterEach(() => jest.restoreAllMocks());

describe('versions of a scorecard', () => {
  it('are opened from their mark in the trend, old and new side by side', async () => {
    renderPortal(`${TREND}?days=90`);
    await userEvent.click(
      await screen.findByRole('button', { name: 'What version 3 changed' }),
    );
    const dialog = await screen.findByRole('dialog', { name: /^Version 3/ });
    expect(address()).toBe(`/scorecards${TREND}?days=90&version=3`);
    const changed = within(dialog)
      .getAllByRole('article')
      .map(check => check.textContent);
    expect(changed).toEqual([
      expect.stringMatching(
        /ten minutes.*: changed.*Before.*quarter of an hour.*Since then.*ten minutes/s,
      ),
      expect.stringMatching(/: added.*The check was not there/s),
    ]);
    expect(await axe(dialog)).toHaveNoViolations();
    await userEvent.click(
      within(dialog).getByText('The whole definition, line by line'),
    );
    expect(
      within(dialog).getByRole('region', {
        name: 'The whole definition, line by line',
      }),
    ).toHaveTextContent('quarter of an hour');

    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(address()).toBe(`/scorecards${TREND}?days=90`));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('open by their address, and say where there is none before', async () => {
    renderPortal('/default/production-readiness/definition?version=1', {
      api: {
        getScorecardVersion: async scorecardRef => ({
          scorecardRef,
          version: 1,
          since: '2026-01-01T00:00:00.000Z',
          changes: ['First version'],
          definition: {
            apiVersion: 'fairlead.dev/v1alpha1',
            kind: 'Scorecard',
            metadata: { name: 'production-readiness' },
            spec: {
              owner: 'group:default/crew',
              appliesTo: { kind: 'Component' },
              levels: ['gold'],
              checks: [],
            },
          },
          before: null,
        }),
      },
    });
    expect(
      await screen.findByText(/This is the first version/),
    ).toBeInTheDocument();
  });
});
