import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { RefObject } from 'react';
import { ROW_HEIGHT } from './gridLayout';

const ROWS_BEYOND_VIEW = 8;

/** The rows in view and a few around them; the row with the focus is always among them, or the focus would be lost. */
export function useVirtualRows(options: {
  grid: RefObject<HTMLElement>;
  count: number;
  headerHeight: number;
  /** Read while drawing; an index outside of the rows keeps none. */
  activeRow: RefObject<number>;
}) {
  const { grid, count, headerHeight, activeRow } = options;
  return useVirtualizer({
    count,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: ROWS_BEYOND_VIEW,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    rangeExtractor: range => {
      const rows = defaultRangeExtractor(range);
      const active = activeRow.current ?? -1;
      return active < 0 || active >= count || rows.includes(active)
        ? rows
        : [...rows, active].sort((a, b) => a - b);
    },
  });
}
