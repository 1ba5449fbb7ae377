import { branchName } from './branchName';
import { pullRequestBody } from './pullRequestBody';

const WORDS = {
  check: 'The check',
  why: 'Why',
  found: 'Found',
  reaches: 'Reaches',
  proposed: 'Proposed.',
};

describe('branchName', () => {
  it.each([
    ['shop', 'component_default_shop'],
    ['shop..web', 'component_default_shop-.web'],
    ['shop.lock', 'component_default_shop-lock'],
    ['shop~1', 'component_default_shop-1'],
  ])('is one that Git takes for %s', (name, part) => {
    expect(
      branchName({
        entityRef: `component:default/${name}`,
        scorecardRef: 'scorecard:default/readiness',
        checkId: 'live',
      }),
    ).toBe(`scorecards/${part}/default_readiness_live`);
  });
});

describe('pullRequestBody', () => {
  it.each(['Ask @all', '# Big', '```\n@all\n```', '````', '`a`'])(
    'keeps what others wrote within its fence: %s',
    why => {
      const body = pullRequestBody({
        words: WORDS,
        check: { why, reason: 'none' },
        levels: ['gold'],
      });
      const [, fence] = /## Why\n\n(`+)text\n/.exec(body)!;
      expect(body).toContain(`${fence}text\n${why}\n${fence}\n\n## Found`);
      expect(why).not.toContain(fence);
    },
  );
});
