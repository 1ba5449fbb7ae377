export { importCompass } from './importCompass';
export { importTechInsights, techInsightsFactId } from './importTechInsights';
export { importThresholds } from './importThresholds';
export type { ImportedScorecards, ImportNote, ImportOptions } from './types';
