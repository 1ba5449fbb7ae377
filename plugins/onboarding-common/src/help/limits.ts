/** So much of what was tried, and of what an error says, is read by somebody who helps. @public */
export const HELP_TEXT_LENGTH = 4_000;

/** So often somebody may ask for help within a day; more of it is a program gone wild. @public */
export const HELP_PER_DAY = 20;
