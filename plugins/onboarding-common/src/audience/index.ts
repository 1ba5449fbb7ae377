export * from './audience';
export * from './readGroups';
