import {
  FocusEvent,
  KeyboardEvent,
  RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { GridPosition, moveInGrid } from './moveInGrid';

/** Marks the element of a cell that takes the focus. */
export function cellProps(row: number, column: number, isActive: boolean) {
  return { 'data-cell': `${row}:${column}`, tabIndex: isActive ? 0 : -1 };
}

/**
 * Moves through a grid by keyboard. One cell at a time is in the tab order; the others are reached from it.
 * A cell far away may not be drawn yet, so the focus follows after the next drawing.
 */
export function useGridNavigation(options: {
  grid: RefObject<HTMLElement>;
  rows: number;
  columns: number;
  page: number;
  /** Brings a row into view before it takes the focus. */
  reveal: (row: number) => void;
}) {
  const { grid, rows, columns, page, reveal } = options;
  const [active, setActive] = useState<GridPosition>({ row: 1, column: 0 });
  const awaited = useRef<GridPosition>();

  useEffect(() => {
    if (!awaited.current) {
      return;
    }
    const { row, column } = awaited.current;
    const cell = grid.current?.querySelector<HTMLElement>(
      `[data-cell="${row}:${column}"]`,
    );
    if (cell) {
      awaited.current = undefined;
      // The first column is always in view; scrolling to it would only move the others.
      cell.focus({ preventScroll: row > 0 && column === 0 });
    }
  });

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.altKey || event.metaKey) {
        return;
      }
      const to = moveInGrid({
        key: event.key,
        ctrlKey: event.ctrlKey,
        from: active,
        rows,
        columns,
        page,
      });
      if (to) {
        event.preventDefault();
        awaited.current = to;
        setActive(to);
        reveal(to.row);
      }
    },
    [active, rows, columns, page, reveal],
  );

  const onFocus = useCallback((event: FocusEvent) => {
    const position = (event.target as HTMLElement)
      .closest<HTMLElement>('[data-cell]')
      ?.dataset.cell?.split(':');
    if (position) {
      const [row, column] = position.map(Number);
      setActive(current =>
        current.row === row && current.column === column
          ? current
          : { row, column },
      );
    }
  }, []);

  return {
    // Rows can go away by a filter; the tab order must not lose its only cell.
    active: {
      row: Math.min(active.row, rows - 1),
      column: Math.min(active.column, columns - 1),
    },
    onKeyDown,
    onFocus,
  };
}
