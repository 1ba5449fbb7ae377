/**
 * What a runbook is, its linter and health, alert coverage and the stages of incidents.
 *
 * @packageDocumentation
 */
export * from './alertCoverage';
export * from './alerts';
export * from './api';
export * from './health';
export * from './incidents';
export * from './lint';
export * from './markdown';
export * from './permissions';
export * from './registry';
export * from './runbook';
export * from './uses';
export * from './rules';
export * from './template';
export { expandRunbookUrl } from './url';
export type { ExpandedRunbookUrl, RunbookUrlContext } from './url';
