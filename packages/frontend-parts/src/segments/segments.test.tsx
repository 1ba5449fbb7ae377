import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import { Segment, SegmentBar, SegmentLegend } from '.';

const SEGMENTS: Segment[] = [
  { key: 'rye', label: 'Rye', size: 3, text: '3 loaves', color: 'peru' },
  { key: 'oat', label: 'Oat', size: 0, text: 'none', color: 'tan' },
];

describe('parts of a whole', () => {
  it('are drawn as far as there is something of them', async () => {
    await renderInTestApp(<SegmentBar segments={SEGMENTS} />);
    expect(screen.getByTitle('Rye: 3 loaves')).toHaveStyle({ flexGrow: 3 });
    expect(screen.queryByTitle('Oat: none')).not.toBeInTheDocument();
  });

  it('are all told in words', async () => {
    await renderInTestApp(<SegmentLegend label="Bread" segments={SEGMENTS} />);
    const items = within(
      screen.getByRole('list', { name: 'Bread' }),
    ).getAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      'Rye 3 loaves',
      'Oat none',
    ]);
  });
});
