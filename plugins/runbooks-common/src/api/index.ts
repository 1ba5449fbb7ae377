export * from './entity';
export * from './health';
export * from './incidents';
export * from './registry';
export * from './requests';
export * from './uses';
export * from './values';
