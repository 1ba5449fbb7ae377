/**
 * Work that a backend does in the background, by nudges and by schedules, and the days that it counts by.
 *
 * @packageDocumentation
 */
export * from './createPauses';
export * from './readScheduleFromConfig';
export * from './readTimeZoneFromConfig';
export * from './RunsInTurn';
