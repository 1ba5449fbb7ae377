export * from './readNamedRunbooks';
export * from './readRunbookAddress';
export * from './readRunbookDefinition';
export { titleOfAddress } from './titleOfAddress';
