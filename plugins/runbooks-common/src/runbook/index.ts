export { isRunbookEntity } from './isRunbookEntity';
export { createRunbookSchema } from './runbookSchema';
export * from './types';
export { validateRunbook } from './validateRunbook';
