export * from './bandOf';
export * from './editions';
export * from './quickCheck';
export * from './types';
