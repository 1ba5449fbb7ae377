import { mockServices } from '@backstage/backend-test-utils';
import {
  LIMIT_WINDOW,
  readFrictionLimitsFromConfig,
  whenReportFits,
} from './limits';

const LIMITS = { reports: 3, minutes: 100 };
const at = (reportedAt: number, minutes = 10) => ({ reportedAt, minutes });

describe('whenReportFits', () => {
  it.each([
    ['nothing before', 100, [], 0],
    ['room for one more', 10, [at(1), at(2)], 0],
    ['as many as there may be', 10, [at(3), at(1), at(2)], 1 + LIMIT_WINDOW],
    [
      'more than there may be',
      10,
      [at(1), at(2), at(3), at(4)],
      2 + LIMIT_WINDOW,
    ],
    ['as much as there may be', 80, [at(1, 20)], 0],
    ['more time than there may be', 81, [at(1, 20)], 1 + LIMIT_WINDOW],
    ['much time at last', 50, [at(1, 10), at(2, 60)], 2 + LIMIT_WINDOW],
    ['more than the whole limit', 101, [], Infinity],
  ])('with %s', (_, minutes, earlier, expected) => {
    expect(whenReportFits(minutes, earlier, LIMITS)).toBe(expected);
  });
});

describe('readFrictionLimitsFromConfig', () => {
  it('has limits of its own, and takes others', () => {
    expect(readFrictionLimitsFromConfig(mockServices.rootConfig())).toEqual({
      reports: 20,
      minutes: 3600,
    });
    expect(
      readFrictionLimitsFromConfig(
        mockServices.rootConfig({
          data: { delivery: { friction: { weeklyLimit: { reports: 2 } } } },
        }),
      ),
    ).toEqual({ reports: 2, minutes: 3600 });
  });
});
