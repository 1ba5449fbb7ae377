/**
 * Work that a backend does in the background, by nudges and by schedules.
 *
 * @packageDocumentation
 */
export * from './createPauses';
export * from './readScheduleFromConfig';
export * from './RunsInTurn';
