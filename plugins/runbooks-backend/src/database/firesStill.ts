/** Until when something fires that has no end yet: the last moment that a date can be. */
export const FIRES_STILL = 8_640_000_000_000_000;
