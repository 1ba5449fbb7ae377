export * from './judgeHealth';
export * from './judgeProbe';
export * from './types';
