/** Heights in pixels, fixed so that rows which are not drawn keep their place. */
export const ROW_HEIGHT = 40;
export const GROUP_HEADER_HEIGHT = 32;
export const COLUMN_HEADER_HEIGHT = 168;
export const HEADER_HEIGHT = GROUP_HEADER_HEIGHT + COLUMN_HEADER_HEIGHT;

/** The columns before the checks: entity, owner, level, score. */
export const LEADING_COLUMNS = 4;
/** The two rows of headings, as assistive technology counts them. */
export const HEADER_ROWS = 2;
