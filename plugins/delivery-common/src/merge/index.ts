export * from './mergeRecords';
export * from './observe';
export * from './renameRepositories';
