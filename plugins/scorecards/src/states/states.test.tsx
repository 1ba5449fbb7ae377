import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  CHECK_STATUSES,
  CheckStatus,
} from '@fairlead/backstage-plugin-scorecards-common';
import { screen } from '@testing-library/react';
import { CheckStatusLabel, LevelLabel, OwnerLink } from '.';
import { levelTitle } from './level';
import { outOfHundred } from './score';
import { useValueFormat } from './value';

const WORDS: Record<CheckStatus, string> = {
  pass: 'Pass',
  fail: 'Fail',
  'no-data': 'No data',
  stale: 'Stale',
  error: 'Error',
  waived: 'Waived',
  'not-applicable': 'Does not apply',
};

describe('a status', () => {
  it.each(CHECK_STATUSES.map(status => [status]))(
    'is an icon and a word: %s',
    async status => {
      await renderInTestApp(<CheckStatusLabel status={status} />);
      const word = screen.getByText(WORDS[status]);
      expect(word).toBeVisible();
      expect(word.querySelector('svg')).toBeInTheDocument();
    },
  );
});

describe('a level', () => {
  it.each([
    ['silver', 'Silver', 'Silver, level 2 of 3'],
    [null, 'No level yet', 'None of 3 levels is reached yet'],
  ])('%s is dots and a word', async (level, word, title) => {
    await renderInTestApp(
      <LevelLabel level={level} levels={['bronze', 'silver', 'gold']} />,
    );
    expect(screen.getByText(word)).toBeVisible();
    expect(screen.getByTitle(title)).toBeVisible();
  });

  it('reads as a word', () => {
    expect(levelTitle('very-good')).toBe('Very good');
  });
});

describe('a score', () => {
  it.each([
    [0, 0],
    [0.001, 1],
    [0.494, 49],
    [431 / 432, 99],
    [1, 100],
  ])('of %d is %d out of a hundred', (score, points) => {
    expect(outOfHundred(score)).toBe(points);
  });
});

describe('a missing owner', () => {
  it('is said in words', async () => {
    await renderInTestApp(<OwnerLink ownerRef={null} />);
    expect(screen.getByText('No owner')).toBeVisible();
  });
});

describe('a value', () => {
  const Value = (props: { value: unknown; unit?: string }) => {
    const format = useValueFormat();
    return <output>{format(props.value as never, props.unit)}</output>;
  };

  it.each<[unknown, string | undefined, string]>([
    [null, 'h', 'no value'],
    [true, undefined, 'yes'],
    [false, undefined, 'no'],
    [0, 'count', '0'],
    [1234.56, undefined, '1,234.6'],
    [83, 'percent', '83 %'],
    [0.075, 'ratio', '7.5 %'],
    [90, 'min', '1.5 h'],
    [14, 'min', '14 min'],
    [12, 'files', '12 files'],
    ['java', undefined, 'java'],
    [[], undefined, 'an empty list'],
    [['a', 'b'], undefined, 'a, b'],
  ])('%j in %s reads as people say it', async (value, unit, words) => {
    await renderInTestApp(<Value value={value} unit={unit} />);
    expect(screen.getByRole('status')).toHaveTextContent(words);
  });

  it('reads as exactly as the sentence that tells it from its limit', async () => {
    const Told = () => {
      const format = useValueFormat();
      const sentence = 'CI is 10.2 min, the rule wants at most 10 min';
      return <output>{format(610_500, 'ms', sentence)}</output>;
    };
    await renderInTestApp(<Told />);
    expect(screen.getByRole('status')).toHaveTextContent('10.2 min');
  });
});
