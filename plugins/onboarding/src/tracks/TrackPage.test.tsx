import { TrackDetail } from '@fairlead/backstage-plugin-onboarding-common';
import { fakeNow } from '@fairlead/frontend-parts/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { journey, ME, mine, TRACK, TRACK_REF } from '../__fixtures__';
import { renderOnboarding } from '../__testUtils__/renderOnboarding';
import { OnboardingApi } from '../api';

beforeEach(fakeNow);
afterEach(() => jest.useRealTimers());

function renderTrack(
  changes: Partial<TrackDetail>,
  api: Partial<OnboardingApi> = {},
) {
  const getTrack = jest.fn(async () => ({ ...TRACK, ...changes }));
  return {
    ...renderOnboarding('/tracks/default/engineer', {
      getTrack,
      getMine: async () => mine({ journeys: [] }),
      ...api,
    }),
    getTrack,
  };
}

async function choose(field: HTMLElement, name: string) {
  await userEvent.click(field);
  await userEvent.click(await screen.findByRole('option', { name }));
}

describe('a track', () => {
  it('has its plan, how it starts and its versions', async () => {
    const { container, getTrack } = renderTrack({
      missing: ['onboardingtrack:default/base'],
    });
    const plan = within(
      await screen.findByRole('list', { name: 'First week' }),
    );
    expect(getTrack).toHaveBeenCalledWith(TRACK_REF);
    expect(plan.getAllByRole('listitem')[1]).toHaveTextContent(
      /after: \S*Set up your laptop/,
    );
    expect(screen.getByText('by oneself')).toBeVisible();
    expect(screen.getByText(/Version 2/)).toBeVisible();
    expect(screen.getByRole('note')).toHaveTextContent(
      'onboardingtrack:default/base',
    );
    expect(
      screen.queryByRole('button', { name: 'Assign it' }),
    ).not.toBeInTheDocument();
    expect(screen.queryByLabelText('As whom')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is started by whoever may start it', async () => {
    const startJourney = jest.fn(async () => journey());
    renderTrack(
      {},
      {
        startJourney,
        getMine: async () =>
          mine({
            journeys: [],
            startable: [
              { trackRef: TRACK_REF, title: 'E', purpose: 'onboarding' },
            ],
          }),
      },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start this track' }),
    );
    expect(startJourney).toHaveBeenCalledWith({ track: TRACK_REF });
  });

  it('is assigned by whoever looks after it, to a person whom the catalog knows', async () => {
    const startJourney = jest.fn(async () => journey());
    renderTrack({ isMine: true }, { startJourney });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Assign it' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(
      dialog.getByRole('button', { name: 'Start their journey' }),
    );
    expect(dialog.getByText('Choose a person')).toBeVisible();
    await choose(dialog.getByLabelText('To whom'), 'Ana');
    await userEvent.click(
      dialog.getByRole('button', { name: 'Start their journey' }),
    );
    expect(await screen.findByText('The journey has begun.')).toBeVisible();
    expect(startJourney).toHaveBeenCalledWith({ track: TRACK_REF, user: ME });
  });

  it('says on which day a journey begins that was assigned ahead', async () => {
    renderTrack({ isMine: true }, { startJourney: async () => journey() });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Assign it' }),
    );
    await choose(await screen.findByLabelText('To whom'), 'Ana');
    fireEvent.change(screen.getByLabelText('First day'), {
      target: { value: '2026-12-05' },
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Start their journey' }),
    );
    expect(await screen.findByText(/The journey begins on/)).toHaveTextContent(
      /5/,
    );
  });

  it('is previewed as somebody by whoever looks after it', async () => {
    const previewTrack = jest.fn(async () => ({
      problems: [],
      userRef: ME,
      isForUser: false,
      plan: [{ ...TRACK.plan[0], id: 'p', title: 'What Ana sees' }],
    }));
    renderTrack({ isMine: true }, { previewTrack });
    await choose(await screen.findByLabelText('As whom'), 'Ana');
    await userEvent.click(screen.getByRole('button', { name: 'Show' }));
    expect(await screen.findByText('What Ana sees')).toBeVisible();
    expect(screen.getByText(/they are not of its audience/)).toBeVisible();
    await waitFor(() =>
      expect(previewTrack).toHaveBeenCalledWith({
        track: expect.objectContaining({ kind: 'OnboardingTrack' }),
        user: ME,
      }),
    );
  });
});
