/** A cell of the grid. Row 0 holds the column headings. */
export interface GridPosition {
  row: number;
  column: number;
}

/** Where a key leads in a grid, or undefined for a key that does not move. */
export function moveInGrid(options: {
  key: string;
  ctrlKey: boolean;
  from: GridPosition;
  rows: number;
  columns: number;
  /** How many rows make a page. */
  page: number;
}): GridPosition | undefined {
  const { from, rows, columns, page } = options;
  const to = destination();
  return (
    to && {
      row: Math.min(Math.max(to.row, 0), rows - 1),
      column: Math.min(Math.max(to.column, 0), columns - 1),
    }
  );

  function destination(): GridPosition | undefined {
    switch (options.key) {
      case 'ArrowLeft':
        return { ...from, column: from.column - 1 };
      case 'ArrowRight':
        return { ...from, column: from.column + 1 };
      case 'ArrowUp':
        return { ...from, row: from.row - 1 };
      case 'ArrowDown':
        return { ...from, row: from.row + 1 };
      case 'PageUp':
        return { ...from, row: from.row - page };
      case 'PageDown':
        return { ...from, row: from.row + page };
      case 'Home':
        return options.ctrlKey ? { row: 0, column: 0 } : { ...from, column: 0 };
      case 'End':
        return options.ctrlKey
          ? { row: rows - 1, column: columns - 1 }
          : { ...from, column: columns - 1 };
      default:
        return undefined;
    }
  }
}
