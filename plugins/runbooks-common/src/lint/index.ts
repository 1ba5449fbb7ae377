export { judgeActionable, judgeComplete } from './judge';
export type { RunbookJudgement, RunbookJudgingOptions } from './judge';
export { LINT_RULES, lintRunbook } from './lintRunbook';
export type { LintOptions, LintRule } from './lintRunbook';
export type { LinkKnowledge } from './checkLinks';
export { DEFAULT_SECTIONS } from './sectionKinds';
export type { SectionKind } from './sectionKinds';
export * from './types';
