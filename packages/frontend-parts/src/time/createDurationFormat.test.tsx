import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { createDurationFormat, DurationUnit } from '.';

const say = (unit: DurationUnit, value: string) => `${value} ${unit}`;
const useDurationFormat = createDurationFormat(() => say);

function Durations(props: { of: readonly number[] }) {
  return <>{props.of.map(useDurationFormat()).join(', ')}</>;
}

describe('a duration', () => {
  it.each([
    ['days', [277_000_000, -277_000_000, 86_400_000], '3.2, -3.2, 1'],
    ['hours', [82_800_000, 5_400_000, 3_600_000], '23, 1.5, 1'],
    ['minutes', [840_000, 552_000, 60_000], '14, 9.2, 1'],
    ['seconds', [59_400, 1_600, 40, 0], '59, 2, 0, 0'],
  ])('is told in %s, with one decimal below ten', async (unit, of, numbers) => {
    await renderInTestApp(<Durations of={of} />);
    const words = numbers.split(', ').map(number => `${number} ${unit}`);
    expect(screen.getByText(words.join(', '))).toBeVisible();
  });
});
