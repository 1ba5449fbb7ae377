import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { measure, noData } from '../__fixtures__/measures';
import { MeasureTile } from './MeasureTile';

const DAY = 24 * 3_600_000;

describe('what a number is made of', () => {
  it.each([
    [0, 'no deployment in most weeks'],
    [0.5, 'deployed on 0.5 days a week'],
    [1, 'deployed on 1 day a week'],
    [2.5, 'deployed on 2.5 days a week'],
  ])('tells of %d deploy days', async (deployDaysPerWeek, words) => {
    await renderInTestApp(
      <MeasureTile
        measure={measure('deploymentFrequency', {
          value: 1,
          parts: { deployDaysPerWeek },
        })}
        to="/records"
      />,
    );
    expect(screen.getByText(`${words} · from 27 deployments`)).toBeVisible();
  });

  it.each([
    ['changeFailRate' as const, { value: 0, n: 2, count: 0 }, '0 of 2'],
    ['changeFailRate' as const, { value: 0.5, n: 4, count: 2 }, '2 of 4'],
    [
      'deploymentFrequency' as const,
      { value: 1.01, n: 2, count: 2 },
      '2 deployments',
    ],
    [
      'deploymentFrequency' as const,
      { value: 1, n: 1, count: 1 },
      '1 deployment',
    ],
  ])('tells %s of a few, %j, as a count', async (id, told, words) => {
    await renderInTestApp(
      <MeasureTile measure={measure(id, { ...told, few: true })} to="/r" />,
    );
    expect(screen.getByText(words)).toBeVisible();
    expect(screen.getByRole('link')).toHaveAccessibleName(
      expect.stringContaining(`: ${words}.`),
    );
    expect(screen.queryByText(/%|week$/)).toBeNull();
  });

  it('writes large numbers as the reader does', async () => {
    await renderInTestApp(
      <MeasureTile
        measure={{
          ...noData('changeFailRate', 'none-in-window'),
          excludedCount: 1_204,
        }}
        to="/records"
      />,
    );
    expect(screen.getByText('1,204 left out')).toBeVisible();
  });

  it.each([
    [
      1,
      'from 27 changes · for 1 of 27 counted from the opening: no earlier commit is known',
    ],
    [
      3,
      'from 27 changes · for 3 of 27 counted from the opening: no earlier commit is known',
    ],
  ])(
    'tells of %d lead times that count from the opening',
    async (fromOpening, words) => {
      await renderInTestApp(
        <MeasureTile
          measure={measure('leadTime', {
            value: 3 * DAY,
            parts: { fromOpening },
          })}
          to="/records"
        />,
      );
      expect(screen.getByText(words)).toBeVisible();
    },
  );
});
