export * from './entities';
export * from './incidents';
export * from './runbooks';
export * from './uses';
