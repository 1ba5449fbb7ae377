export { fillPlaceholders } from './fillPlaceholders';
export type {
  FilledPlaceholder,
  FilledText,
  UnfilledPlaceholder,
} from './fillPlaceholders';
export { readRunbookOutline } from './readRunbookOutline';
export * from './types';
