export * from './describeGap';
export * from './summariseCoverage';
