/**
 * What a runbook is, its linter and health, alert coverage and the stages of incidents.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './lint';
export * from './markdown';
export * from './permissions';
export * from './registry';
export * from './runbook';
export * from './template';
export * from './uses';
export { expandRunbookUrl } from './url';
export type { ExpandedRunbookUrl, RunbookUrlContext } from './url';
