export { HealthDetails } from './HealthDetails';
export { HealthSummary } from './HealthSummary';
export { HealthWord } from './HealthWord';
export { HealthWords } from './HealthWords';
export { useHealthWords } from './useHealthWords';
export { verdictOf } from './verdictOf';
