export { readHealthRulesFromConfig } from './readHealthRulesFromConfig';
export { RunbookJudge } from './RunbookJudge';
