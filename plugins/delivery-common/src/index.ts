/**
 * Records of delivery, their merge, the measures and the wait ledger. Pure: no I/O, runs in Node and in the browser.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './bands';
export {
  bucketsOf,
  DEFAULT_CALENDAR,
  lastDays,
  localDay,
  workingMillis,
  type Bucket,
  type BucketUnit,
  type Calendar,
  type TimeWindow,
} from './calendar';
export * from './history';
export * from './measures';
export * from './merge';
export * from './origin';
export * from './permissions';
export * from './records';
export * from './trends';
export * from './waits';
