/** What is due or ends within so many milliseconds is told ahead: two digests see it. */
export const SOON = 14 * 24 * 60 * 60 * 1000;
