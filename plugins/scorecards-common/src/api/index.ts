export * from './health';
export * from './types';
export * from './versions';
