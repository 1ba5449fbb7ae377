export * from './firstSteps';
export * from './limits';
export * from './whomToAsk';
