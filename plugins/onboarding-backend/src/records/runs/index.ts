export { AuthorizedTemplateRuns } from './AuthorizedTemplateRuns';
export { TemplateRuns } from './TemplateRuns';
