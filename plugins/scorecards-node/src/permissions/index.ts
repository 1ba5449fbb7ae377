export * from './conditions';
export * from './factSources';
export * from './resourceRef';
export * from './rules';
