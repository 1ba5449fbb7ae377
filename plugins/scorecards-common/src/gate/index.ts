export * from './judgeGate';
export * from './types';
