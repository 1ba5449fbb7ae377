export * from './readAncestors';
export * from './readDescendants';
export * from './resolveScope';
export * from './storeOwnerships';
