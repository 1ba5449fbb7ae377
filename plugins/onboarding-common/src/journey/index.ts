export * from './planJourney';
export * from './setupBegin';
export * from './settleJourney';
export * from './taskRecord';
