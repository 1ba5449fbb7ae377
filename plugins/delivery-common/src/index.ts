export * from './merge';
export * from './records';
