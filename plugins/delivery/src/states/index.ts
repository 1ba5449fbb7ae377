export * from './duration';
export * from './measure';
export * from './panels';
export * from './terms';
export * from './wait';
