export { AlertWriter } from './AlertWriter';
export { applyPagingRules } from './applyPagingRules';
export { readDetails } from './readFiring';
export { readPagingRulesFromConfig } from './readPagingRules';
export { removeOldFirings } from './removeOldFirings';
