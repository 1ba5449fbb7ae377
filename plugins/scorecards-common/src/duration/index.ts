export { formatDuration, formatExactDuration } from './formatDuration';
export { parseDuration, tryParseDuration } from './parseDuration';
export { isTimeUnit, MILLISECONDS_PER_UNIT } from './timeUnit';
export type { TimeUnit } from './timeUnit';
