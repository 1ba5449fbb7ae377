export * from './limits';
export * from './whomToAsk';
