export { judgeActionable, judgeComplete } from './judge';
export type { RunbookJudgement, RunbookJudgingOptions } from './judge';
export { LINT_RULES, lintRunbook } from './lintRunbook';
export type { LintOptions, LintRule } from './lintRunbook';
export type { LinkKnowledge } from './checkLinks';
export { DEFAULT_SECTIONS } from './sections';
export type { SectionKind } from './sections';
export * from './types';
