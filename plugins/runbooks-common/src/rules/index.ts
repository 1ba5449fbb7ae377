export { checkAlertRules } from './checkAlertRules';
export type {
  AlertRuleFile,
  CheckAlertRulesOptions,
  FileProblem,
} from './checkAlertRules';
export { readAlertRules, RUNBOOK_ANNOTATIONS } from './readAlertRules';
export type { RunbookFile } from './RunbookFolder';
export * from './types';
