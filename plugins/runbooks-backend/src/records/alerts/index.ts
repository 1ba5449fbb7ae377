export { AlertWriter } from './AlertWriter';
export { applyPagingRules } from './applyPagingRules';
export { readDetails, type FiringDetails } from './readFiring';
export { readPagingRulesFromConfig } from './readPagingRules';
export { removeOldFirings } from './removeOldFirings';
