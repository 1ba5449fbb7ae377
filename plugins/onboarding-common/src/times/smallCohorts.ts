/** Fewer people than these would be known by their figures. @public */
export const SMALLEST_COHORT = 5;

/** Whether these are enough people to tell figures of; the same person counts once. @public */
export function isEnough(persons: Iterable<string>): boolean {
  return new Set(persons).size >= SMALLEST_COHORT;
}

/** Whose figures are told in the cells of a table, and in the sums of its rows and columns. @public */
export interface CellEntry {
  person: string;
  row: string;
  column: string;
}

/** Tells whether a cell may be told; `row` or `column` left out is the sum over all of them. @public */
export type CellsShown = (cell: { row?: string; column?: string }) => boolean;

interface Cell {
  persons: Set<string>;
  isShown: boolean;
}

/** A sum, and the cells that make it up. */
interface Line {
  sum: Cell;
  parts: Cell[];
}

/**
 * Which cells of a table may be told, so that nothing is told of fewer than five people: neither in a cell, nor by the
 * difference of a sum and the cells of it that are told. Where that difference would be one of fewer than five, the
 * smallest cell is withheld as well.
 *
 * @public
 */
export function showCells(entries: readonly CellEntry[]): CellsShown {
  const cells = new Map<string, Cell>();
  const rows = new Set(entries.map(({ row }) => row));
  const columns = new Set(entries.map(({ column }) => column));
  for (const { person, row, column } of entries) {
    for (const key of [
      keyOf({ row, column }),
      keyOf({ row }),
      keyOf({ column }),
      keyOf({}),
    ]) {
      const cell = cells.get(key) ?? { persons: new Set(), isShown: false };
      cell.persons.add(person);
      cell.isShown = isEnough(cell.persons);
      cells.set(key, cell);
    }
  }
  const find = (cell: { row?: string; column?: string }) =>
    [cells.get(keyOf(cell)) ?? []].flat();
  const toLine = (sum: Cell[], parts: Cell[]) =>
    sum.map((one): Line => ({ sum: one, parts }));
  withhold([
    ...[...rows].flatMap(row =>
      toLine(
        find({ row }),
        [...columns].flatMap(column => find({ row, column })),
      ),
    ),
    ...[...columns].flatMap(column =>
      toLine(
        find({ column }),
        [...rows].flatMap(row => find({ row, column })),
      ),
    ),
    ...toLine(
      find({}),
      [...rows].flatMap(row => find({ row })),
    ),
    ...toLine(
      find({}),
      [...columns].flatMap(column => find({ column })),
    ),
  ]);
  return cell => cells.get(keyOf(cell))?.isShown ?? false;
}

/** Which of several groups may be told beside the sum of all, as {@link showCells} has it of the cells of a table. @public */
export function showGroups(
  entries: readonly { person: string; group: string }[],
): (group: string) => boolean {
  const isShown = showCells(
    entries.map(({ person, group }) => ({ person, row: '', column: group })),
  );
  return group => isShown({ column: group });
}

/** Of whom a figure of a track is told, and where they stand in the table of that track. @public */
export interface CohortEntry extends CellEntry {
  track: string;
}

/**
 * Puts entries into the tables of their tracks, and tells of which of them a figure may tell: those of a track, those of a
 * row or a column of it, or those of a row in all tracks. What is told of a row in all tracks is told of the cells alone
 * that are told in the table of their track, so that no difference of two figures, of a track and of a row, is one of fewer
 * than five people.
 *
 * @public
 */
export function tabulate<TEntry extends CohortEntry>(
  entries: readonly TEntry[],
): (cell: { track?: string; row?: string; column?: string }) => TEntry[] {
  const tracks = new Map<string, TEntry[]>();
  for (const entry of entries) {
    const before = tracks.get(entry.track) ?? [];
    before.push(entry);
    tracks.set(entry.track, before);
  }
  const tables = [...tracks].map(([track, own]) => ({
    track,
    own,
    isShown: showCells(own),
  }));
  return ({ track, ...cell }) =>
    tables
      .filter(table => track === undefined || table.track === track)
      .filter(({ isShown }) => isShown(cell))
      .flatMap(({ own }) =>
        own.filter(
          ({ row, column }) =>
            (cell.row ?? row) === row && (cell.column ?? column) === column,
        ),
      );
}

/** Withholds cells until no difference tells of too few. Each step withholds one, so that it ends. */
function withhold(lines: readonly Line[]): void {
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const { sum, parts } of lines) {
      const hidden = new Set(
        parts.flatMap(part => (part.isShown ? [] : [...part.persons])),
      );
      if (sum.isShown && hidden.size > 0 && !isEnough(hidden)) {
        const [smallest] = parts
          .filter(part => part.isShown)
          .sort((a, b) => a.persons.size - b.persons.size);
        (smallest ?? sum).isShown = false;
        isSettled = false;
      }
    }
  }
}

function keyOf({ row, column }: { row?: string; column?: string }): string {
  return JSON.stringify([row ?? null, column ?? null]);
}
