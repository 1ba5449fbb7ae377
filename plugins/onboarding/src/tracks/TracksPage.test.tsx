import { TrackPage } from '@fairlead/backstage-plugin-onboarding-common';
import { refusal } from '@fairlead/frontend-parts/testUtils';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { TRACK } from '../__fixtures__';
import { renderOnboarding } from '../__testUtils__/renderOnboarding';

const renderTracks = (listTracks: () => Promise<TrackPage>) =>
  renderOnboarding('/tracks', { listTracks });

describe('tracks', () => {
  it('say what they are for, how much they are, and who looks after them', async () => {
    const { container } = renderTracks(async () => ({
      items: [
        TRACK,
        {
          ...TRACK,
          trackRef: 'onboardingtrack:ops/on call',
          title: 'On-call',
          onTheWay: undefined,
        },
      ],
      totalItems: 3,
      nextCursor: 'c',
    }));
    expect(
      await screen.findByRole('link', { name: 'On-call' }),
    ).toHaveAttribute('href', '/onboarding/tracks/ops/on%20call');
    expect(
      screen.getAllByText(/For newcomers/).map(line => line.textContent),
    ).toEqual([
      expect.stringContaining('12 tasks that count · 7 journeys on the way'),
      expect.not.stringContaining('on the way'),
    ]);
    expect(screen.getByText('2 of 3')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Show more' })).toBeEnabled();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('are none in words, with how to write one', async () => {
    renderTracks(async () => ({ items: [], totalItems: 0 }));
    expect(await screen.findByText('There are no tracks yet')).toBeVisible();
    expect(screen.getByText(/fairlead onboarding import/)).toBeVisible();
  });

  it('explain a failure, and can be asked for again', async () => {
    const refused = await refusal(500);
    renderTracks(async () => {
      throw refused;
    });
    expect(
      await screen.findByRole('button', { name: 'Try again' }),
    ).toBeVisible();
  });
});
