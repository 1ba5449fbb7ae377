export * from './mergeRecords';
export * from './observe';
