/** What keeps a definition, whoever wrote it, cheap to read and to evaluate. */
export const LIMITS = {
  /** Values in the whole entity, lists and objects counted too. */
  values: 20_000,
  checks: 200,
  levels: 12,
  /** How deep `$all`, `$any`, `$not` and `$contains` nest. */
  ruleNesting: 20,
  /** Conditions in one rule, `$all`, `$any` and `$not` counted too. */
  ruleConditions: 500,
  listOperands: 500,
  patternLength: 256,
  patternProgramSize: 1_000,
  /** The longest text that `$matches` looks at. */
  patternInput: 4_096,
  /** Objects and lists inside each other in the whole entity. */
  nesting: 64,
  titleLength: 200,
  textLength: 4_000,
  yamlLength: 256 * 1024,
} as const;
