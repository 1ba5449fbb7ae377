import { TrackInsights } from '@fairlead/backstage-plugin-onboarding-common';
import { fakeNow, refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { INSIGHTS, mine, TRACK, TRACK_REF } from '../__fixtures__';
import { renderOnboarding } from '../__testUtils__/renderOnboarding';

beforeEach(fakeNow);
afterEach(() => jest.useRealTimers());

function renderInsights(answer: () => Promise<TrackInsights>, query = '') {
  const getInsights = jest.fn(answer);
  return {
    ...renderOnboarding(`/tracks/default/engineer/insights${query}`, {
      getInsights,
      getTrack: async () => TRACK,
      getMine: async () => mine(),
    }),
    getInsights,
  };
}

const row = async (table: RegExp, index: number) =>
  within(await screen.findByRole('table', { name: table })).getAllByRole('row')[
    index
  ];

describe('insights', () => {
  it('tell the times of cohorts in words, with those who are not there yet', async () => {
    const { container } = renderInsights(async () => INSIGHTS);
    const cohort = await row(/^By the quarter/, 1);
    const [started, setup, merged, tenth, , , , completed] = within(cohort)
      .getAllByRole('cell')
      .map(cell => cell.textContent);
    expect(started).toBe('11');
    expect(setup).toMatch(
      /7 of 11 so far, median \S*1\.5 h\S*two hours or less: elite/,
    );
    expect(merged).toMatch(/median \S*2\.1 d\S*3 of 7 made with an agent/);
    expect(tenth).toBe('0 of 11 so far');
    expect(completed).toMatch(/^all 11, median \S*30 d/);
    expect(screen.getByText(/^6 more people started/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('tell how far people come, where they get stuck, what changes did and what nobody does', async () => {
    const empty = { kind: 'empty-group', role: 'group:default/checkout' };
    renderInsights(async () => ({
      ...INSIGHTS,
      findings: [
        ...INSIGHTS.findings,
        { ...empty, journeys: 3 } as (typeof INSIGHTS.findings)[number],
      ],
    }));
    const stuck = await row(/^Tasks/, 1);
    expect(stuck).toHaveTextContent(
      /Join the VPN8 of 10\S*2 h\S*, meant to be \S*30 min\S*40%\S* of 10 were stuckcontext 3 times, confidence 1 timefound 5, wrong 2, missing 0/,
    );
    expect(
      within(
        screen.getByRole('list', { name: 'How far people come' }),
      ).getByRole('listitem'),
    ).toHaveTextContent('First week: 9 of 11');
    expect(await row(/^Before and after/, 1)).toHaveTextContent(/2\.1 d.*1 d/);
    expect(screen.getByText('2 journeys have no buddy')).toBeVisible();
    const nobody = screen.getByText(/3 journeys have tasks for/).closest('li')!;
    expect(
      within(nobody).getByRole('link', { name: /checkout/ }),
    ).toBeVisible();
  });

  it('show no cohort under five, and say why', async () => {
    const { getInsights } = renderInsights(
      async () => ({
        trackRef: TRACK_REF,
        cohorts: [],
        funnel: [],
        tasks: [],
        changes: [],
        findings: [],
      }),
      '?team=group:default/checkout',
    );
    expect(await screen.findByText('No quarter is shown')).toBeVisible();
    expect(
      screen.getByText(/Figures of so few would be those of somebody/),
    ).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(getInsights).toHaveBeenCalledWith(TRACK_REF, {
      team: 'group:default/checkout',
    });
  });

  it('say in words that permission lacks', async () => {
    const refused = await refusal(403);
    renderInsights(async () => {
      throw refused;
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});
