import { DEFAULT_PAGING_RULES, mayPage, PageableFiring } from './mayPage';

const firing = (told: Partial<PageableFiring>): PageableFiring => ({
  labels: {},
  receivers: [],
  ...told,
});

describe('mayPage', () => {
  it.each<[string, Partial<PageableFiring>, boolean]>([
    ['a critical label', { labels: { severity: 'Critical' } }, true],
    ['a warning', { labels: { severity: 'warning' } }, false],
    ['a severity that is no label', { severity: 'page' }, true],
    [
      'a label before the severity',
      { severity: 'page', labels: { severity: 'info' } },
      false,
    ],
    ['a pager', { receivers: ['slack', 'Quay-PagerDuty'] }, true],
    ['no pager', { receivers: ['homepage-team'] }, false],
    ['nothing', {}, false],
  ])('%s: %#', (_, told, expected) => {
    expect(mayPage(firing(told), DEFAULT_PAGING_RULES)).toBe(expected);
  });

  it('follows the rules that are configured, and them alone', () => {
    const rules = { labels: { team: ['night-*'] }, receivers: [] };
    expect(mayPage(firing({ labels: { team: 'night-1' } }), rules)).toBe(true);
    expect(mayPage(firing({ severity: 'critical' }), rules)).toBe(false);
    expect(
      mayPage(firing({}), { labels: { toString: ['*'] }, receivers: [] }),
    ).toBe(false);
  });
});
