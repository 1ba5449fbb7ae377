export const iso = (time: number) => new Date(time).toISOString();

/** Without milliseconds, as GitHub writes times. */
export const seconds = (time: number) => `${iso(time).slice(0, 19)}Z`;
