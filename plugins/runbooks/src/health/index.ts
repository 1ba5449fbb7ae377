export { HealthDetails } from './HealthDetails';
export { HealthSummary } from './HealthSummary';
export { HealthWord } from './HealthWord';
export { HealthWords } from './HealthWords';
export { inOrder, worstPart } from './inOrder';
export { looksOf } from './stateLooks';
export { useHealthWords } from './useHealthWords';
export { verdictOf } from './verdictOf';
