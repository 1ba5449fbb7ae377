export * from './checks';
export * from './entities';
export * from './scorecard';
export * from './techInsights';
