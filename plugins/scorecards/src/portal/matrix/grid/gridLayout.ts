/** Heights in pixels, fixed so that rows which are not drawn keep their place. */
export const ROW_HEIGHT = 40;
export const GROUP_HEADER_HEIGHT = 32;
export const COLUMN_HEADER_HEIGHT = 168;
/** Of titles that lie: three lines. */
export const WIDE_COLUMN_HEADER_HEIGHT = 72;

const COLUMN_WIDTH = 40;
const WIDE_COLUMN_WIDTH = 144;
/** What the name of a level takes above its checks. */
const GROUP_WIDTH = 96;
/** So few checks have room for titles that lie. */
const FEW_CHECKS = 5;

/** How the columns of checks are laid out. */
interface ColumnLayout {
  /** In pixels, in their order. */
  widths: number[];
  /** Whether the titles lie. */
  isWide: boolean;
  headerHeight: number;
}

/** Gives columns the width of an icon, or more where they are few or the name of their level needs the room. */
export function layoutColumns(
  groups: readonly { columns: readonly unknown[] }[],
): ColumnLayout {
  const checks = groups.reduce((sum, { columns }) => sum + columns.length, 0);
  const isWide = checks <= FEW_CHECKS;
  return {
    widths: groups.flatMap(({ columns }) =>
      columns.map(() =>
        isWide
          ? WIDE_COLUMN_WIDTH
          : Math.max(COLUMN_WIDTH, Math.ceil(GROUP_WIDTH / columns.length)),
      ),
    ),
    isWide,
    headerHeight:
      GROUP_HEADER_HEIGHT +
      (isWide ? WIDE_COLUMN_HEADER_HEIGHT : COLUMN_HEADER_HEIGHT),
  };
}

/** The columns before the checks: entity, owner, level, score. */
export const LEADING_COLUMNS = 4;
/** The two rows of headings, as assistive technology counts them. */
export const HEADER_ROWS = 2;
