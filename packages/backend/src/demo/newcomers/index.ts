export { createRouter } from './createRouter';
export { FirstChanges } from './FirstChanges';
export { NewcomersReplay } from './NewcomersReplay';
export { readFirstChanges } from './readFirstChanges';
export { readNewcomers } from './readNewcomers';
